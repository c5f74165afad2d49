import { expect, it } from 'vitest';
import type { WindowDraft } from '@/domain/availability';
import { mergeDays, splitDays, windowKey } from './weekly-set';

const nine: WindowDraft = {
  days: [1],
  start: '09:00',
  end: '12:00',
  timeZone: null,
  capacity: 1,
  firstOn: null,
  lastOn: null,
  active: true,
};

it('makes one window of the weekdays with the same hours, and days of it again', () => {
  const week = [nine, { ...nine, days: [3] }, { ...nine, days: [2], start: '08:00' }];
  const merged = mergeDays(week);
  expect(merged).toEqual([
    { ...nine, days: [1, 3] },
    { ...nine, days: [2], start: '08:00' },
  ]);
  const days = splitDays(merged).map(({ days: [day], start }) => `${day} ${start}`);
  expect(days).toEqual(['1 09:00', '2 08:00', '3 09:00']);
});

it('keeps apart what differs in anything', () => {
  const changes: Partial<WindowDraft>[] = [
    { capacity: 2 },
    { timeZone: 'Europe/Paris' },
    { firstOn: '2027-01-01' },
    { lastOn: '2027-01-01' },
    { active: false },
    { end: '13:00' },
  ];
  expect(mergeDays([nine, ...changes.map((change) => ({ ...nine, ...change }))])).toHaveLength(7);
});

it('has one key for the same days in any order', () => {
  const [one, other] = [
    [1, 2],
    [2, 1],
  ].map((days) => windowKey({ ...nine, days }));
  expect(one).toBe(other);
});
