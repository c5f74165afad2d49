import { describe, expect, it } from 'vitest';
import type { WindowDraft } from '@/domain/availability';
import { windowProblems } from './window-problems';

const morning: WindowDraft = {
  days: [1],
  start: '09:00',
  end: '12:00',
  timeZone: null,
  capacity: 1,
  firstOn: null,
  lastOn: null,
  active: true,
};

function problems(...changes: Partial<WindowDraft>[]) {
  return windowProblems(
    changes.map((change) => ({ ...morning, ...change })),
    'Asia/Kathmandu',
  );
}

describe('a window', () => {
  it.each([
    [{ end: '09:00' }, 'end', 'end_before_start'],
    [{ end: '08:30' }, 'end', 'end_before_start'],
    [{ start: '' }, 'start', 'required'],
    [{ start: '9:00' }, 'start', 'not_a_time'],
    [{ end: '24:30' }, 'end', 'not_a_time'],
    [{ days: [] }, 'days', 'required'],
    [{ days: [0] }, 'days', 'out_of_range'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'unknown_zone'],
    [{ timeZone: '+02:00' }, 'timeZone', 'unknown_zone'],
    [{ capacity: 0 }, 'capacity', 'out_of_range'],
    [{ capacity: 1.5 }, 'capacity', 'out_of_range'],
    [{ capacity: Number.NaN }, 'capacity', 'out_of_range'],
    [{ capacity: 501 }, 'capacity', 'out_of_range'],
    [{ firstOn: '2027-02-30' }, 'firstOn', 'not_a_date'],
    [{ lastOn: 'soon' }, 'lastOn', 'not_a_date'],
    [{ firstOn: '2027-02-02', lastOn: '2027-02-01' }, 'lastOn', 'dates_out_of_order'],
  ])('%j is refused', (change, field, problem) => {
    expect(problems({}, change)).toContainEqual({ row: 1, field, problem });
  });

  it.each([{ end: '24:00' }, { start: '00:00' }, { firstOn: '2027-02-01', lastOn: '2027-02-01' }])(
    '%j is fine',
    (change) => {
      expect(problems(change)).toEqual([]);
    },
  );
});

describe('two windows', () => {
  const clash = [{ row: 1, field: 'start', problem: 'overlap', other: 0 }];
  const later = { start: '11:00', end: '13:00' };

  it.each([
    ['on the same day', {}, later],
    ['one inside the other', {}, { start: '10:00', end: '11:00' }],
    ['on one shared day', { days: [1, 2] }, { ...later, days: [2, 3] }],
    ['in an alias of the same zone', {}, { ...later, timeZone: 'Asia/Katmandu' }],
    [
      'from a date on that both have',
      { lastOn: '2027-02-01' },
      { ...later, firstOn: '2027-02-01' },
    ],
    [
      'in a week, of which the last day is the weekday',
      { firstOn: '2027-02-02', lastOn: '2027-02-08' },
      later,
    ],
    [
      'in a short stretch that has the weekday',
      { firstOn: '2027-01-30', lastOn: '2027-02-01' },
      { ...later, firstOn: '2027-01-01' },
    ],
  ])('overlap %s', (_name, one, other) => {
    expect(problems(one, other)).toEqual(clash);
  });

  it.each([
    ['touch', {}, { start: '12:00', end: '13:00' }],
    ['are on different days', {}, { ...later, days: [2] }],
    ['are in different zones', {}, { ...later, timeZone: 'Europe/Paris' }],
    ['come one after the other', { lastOn: '2027-01-31' }, { ...later, firstOn: '2027-02-01' }],
    ['share dates without the weekday', { firstOn: '2027-02-02', lastOn: '2027-02-05' }, later],
    ['share six days before the weekday', { firstOn: '2027-02-02', lastOn: '2027-02-07' }, later],
    ['of which one is put aside', {}, { ...later, active: false }],
  ])('that %s are fine', (_name, one, other) => {
    expect(problems(one, other)).toEqual([]);
  });

  it('of which one is flawed are not compared', () => {
    expect(problems({ end: '' }, later)).toEqual([{ row: 0, field: 'end', problem: 'required' }]);
  });
});
