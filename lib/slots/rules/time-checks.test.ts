import { expect, it } from 'vitest';
import type { Schedule } from '@/domain/schedules';
import type { Offer } from '../schema/schedule';
import { checkTimes } from './time-checks';

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const now = at('2026-12-07T08:00:00Z'); // a Monday

const schedule: Schedule = {
  mentorId: 'awa',
  timeZone: 'Africa/Dakar',
  minimumNoticeMinutes: 120,
  horizonDays: 30,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  maxSessionsPerDay: null,
  maxSessionsPerWeek: null,
  weekly: [{ days: [1], start: '09:00', end: '18:00' }],
  overrides: [{ date: '2026-12-21', ranges: [] }],
  busy: [
    { source: 'time_off', start: at('2026-12-14T10:00:00Z'), end: at('2026-12-14T11:00:00Z') },
  ],
  sessions: [],
};
const offer: Offer = {
  variantId: 'hour',
  durationMinutes: 60,
  capacity: 1,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
};

it('says of each time whether it is free, and else why not', () => {
  const starts = [
    '2026-12-07T09:00Z',
    '2026-12-07T10:00Z',
    '2026-12-14T10:00Z',
    '2026-12-14T13:00Z',
    '2026-12-21T10:00Z',
    '2026-12-28T10:00Z',
    '2027-01-11T10:00Z',
  ].map(at);
  const own = [{ start: at('2026-12-14T13:30Z'), end: at('2026-12-14T14:00Z') }];
  const found = checkTimes(schedule, offer, { starts, own, now });
  expect(found.map(({ start }) => start)).toEqual(starts);
  expect(found.map(({ obstacle }) => obstacle)).toEqual([
    'too_soon',
    null,
    'taken',
    'overlaps_yours',
    'not_offered',
    null,
    'too_far',
  ]);
});

it('ends what can be asked for with the horizon’s last day', () => {
  const starts = ['2027-01-06T23:59Z', '2027-01-07T00:00Z'].map(at);
  const found = checkTimes(schedule, offer, { starts, own: [], now });
  expect(found.map(({ obstacle }) => obstacle)).toEqual(['not_offered', 'too_far']);
});

it('lets sessions follow each other', () => {
  const start = at('2026-12-14T13:00Z');
  const own = [
    { start: start - hour, end: start },
    { start: start + hour, end: start + 2 * hour },
  ];
  expect(checkTimes(schedule, offer, { starts: [start], own, now })).toEqual([
    { start, obstacle: null, settledFormat: null },
  ]);
});

it('names the way in which a group meets that waits for more', () => {
  const start = at('2026-12-14T13:00Z');
  const group = {
    id: 'group',
    variantId: 'hour',
    start,
    end: start + hour,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 3,
    seatsTaken: 1,
    isHold: false,
    format: 'phone' as const,
    countsTowardsCaps: true,
  };
  const open = {
    ...schedule,
    weekly: [{ days: [1], start: '09:00', end: '18:00', capacity: 3 }],
    sessions: [group],
  };
  const found = checkTimes(open, { ...offer, capacity: 3 }, { starts: [start], own: [], now });
  expect(found).toEqual([{ start, obstacle: null, settledFormat: 'phone' }]);
});
