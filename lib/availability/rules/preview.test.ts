import { expect, it } from 'vitest';
import type { WindowDraft } from '@/domain/availability';
import type { Schedule } from '@/domain/schedules';
import { draftSchedule, previewDays } from './preview';

const at = (iso: string) => Date.parse(`${iso}:00Z`);
const now = at('2026-12-07T10:10'); // a Monday
const schedule: Schedule = {
  mentorId: 'awa',
  timeZone: 'UTC',
  minimumNoticeMinutes: 60,
  horizonDays: 30,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  maxSessionsPerDay: null,
  maxSessionsPerWeek: null,
  weekly: [{ days: [1, 2], start: '09:00', end: '13:00' }],
  overrides: [{ date: '2026-12-08', ranges: [{ start: '15:00', end: '16:00' }] }],
  busy: [],
  sessions: [],
};
const offer = {
  variantId: 'hour',
  durationMinutes: 60,
  capacity: 1,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
};
const window: WindowDraft = {
  days: [1],
  start: '20:00',
  end: '22:00',
  timeZone: null,
  capacity: 1,
  firstOn: null,
  lastOn: null,
  active: true,
};

function read(shown: Schedule) {
  return previewDays(shown, offer, { now, first: '2026-12-07', days: 3 }).map(({ day, times }) =>
    [
      day.slice(8),
      ...times.map(
        ({ start, seatsLeft }) =>
          `${new Date(start).toISOString().slice(11, 13)}${seatsLeft > 0 ? '' : '!'}`,
      ),
    ].join(' '),
  );
}

it('shows what is offered, and what the windows begin but is blocked', () => {
  // Today 11:00 is within the notice; on the 8th other hours stand for the usual ones.
  expect(read(schedule)).toEqual(['07 09! 10! 11! 12', '08 09! 10! 11! 12! 15', '09']);
});

it('shows what is not saved yet, without the rows that could not be', () => {
  const none = { windows: null, rules: null, dates: null };
  const windows = [
    window,
    { ...window, start: '21:00', end: '20:00' },
    { ...window, active: false },
  ];
  expect(read(draftSchedule(schedule, { ...none, windows }))).toEqual(['07 20 21', '08 15', '09']);
  const dates = ['2026-12-07', '2026-12-08'];
  const closed = { ...none, dates: { dates, ranges: [] } };
  expect(read(draftSchedule(schedule, closed))).toEqual([
    '07 09! 10! 11! 12!',
    '08 09! 10! 11! 12!',
    '09',
  ]);
  const usual = { ...none, dates: { dates, ranges: null } };
  expect(read(draftSchedule(schedule, usual))[1]).toBe('08 09 10 11 12');
});
