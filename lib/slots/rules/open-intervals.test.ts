import { describe, expect, it } from 'vitest';
import type { Schedule, ScheduledSession } from '@/domain/schedules';
import { openIntervals } from './open-intervals';

const at = (text: string) => Date.parse(text);

function schedule(values: Partial<Schedule>): Schedule {
  return {
    mentorId: 'mentor',
    timeZone: 'UTC',
    minimumNoticeMinutes: 0,
    horizonDays: 60,
    stepMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    maxSessionsPerDay: null,
    maxSessionsPerWeek: null,
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }],
    overrides: [],
    busy: [],
    sessions: [],
    ...values,
  };
}

function session(values: Partial<ScheduledSession>): ScheduledSession {
  return {
    id: 'session',
    variantId: 'variant',
    start: 0,
    end: 0,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 1,
    seatsTaken: 1,
    isHold: false,
    format: 'video',
    countsTowardsCaps: true,
    ...values,
  };
}

const write = (instant: number) => new Date(instant).toISOString().slice(0, 16);

function open(of: Schedule, from: string, to: string) {
  return openIntervals(of, { from: at(from), to: at(to) }).map(
    ({ start, end }) => `${write(start)} ${write(end)}`,
  );
}

describe('open intervals', () => {
  it('follow the wall clock of Paris over the last Sunday of October', () => {
    const paris = schedule({ timeZone: 'Europe/Paris' });
    expect(open(paris, '2026-10-24T00:00Z', '2026-10-26T23:00Z')).toEqual([
      '2026-10-24T07:00 2026-10-24T15:00',
      '2026-10-25T08:00 2026-10-25T16:00',
      '2026-10-26T08:00 2026-10-26T16:00',
    ]);
  });

  it('last 23 hours on the Sunday of March that skips one, where the whole day is open', () => {
    const weekly = [{ days: [7], start: '00:00', end: '24:00' }];
    const paris = schedule({ timeZone: 'Europe/Paris', weekly });
    expect(open(paris, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual([
      '2026-03-28T23:00 2026-03-29T22:00',
    ]);
  });

  it('follow Casablanca through Ramadan, when its clocks go back and forth', () => {
    const casablanca = schedule({ timeZone: 'Africa/Casablanca' });
    expect(open(casablanca, '2026-02-14T00:00Z', '2026-02-16T00:00Z')).toEqual([
      '2026-02-14T08:00 2026-02-14T16:00',
      '2026-02-15T09:00 2026-02-15T17:00',
    ]);
    expect(open(casablanca, '2026-03-21T00:00Z', '2026-03-23T00:00Z')).toEqual([
      '2026-03-21T09:00 2026-03-21T17:00',
      '2026-03-22T08:00 2026-03-22T16:00',
    ]);
  });

  it('leave out time off and sessions with their buffers, but no session that has lapsed', () => {
    const busy = [
      {
        source: 'time_off' as const,
        start: at('2026-11-24T15:00Z'),
        end: at('2026-11-25T10:00Z'),
      },
    ];
    const sessions = [
      session({
        start: at('2026-11-24T10:00Z'),
        end: at('2026-11-24T11:00Z'),
        bufferAfterMinutes: 15,
      }),
      session({ start: at('2026-11-24T13:00Z'), end: at('2026-11-24T14:00Z'), seatsTaken: 0 }),
    ];
    expect(open(schedule({ busy, sessions }), '2026-11-24T00:00Z', '2026-11-26T00:00Z')).toEqual([
      '2026-11-24T09:00 2026-11-24T10:00',
      '2026-11-24T11:15 2026-11-24T15:00',
      '2026-11-25T10:00 2026-11-25T17:00',
    ]);
  });

  it('follow overrides, and end with what was asked for', () => {
    const overrides = [
      { date: '2026-11-24', ranges: [] },
      { date: '2026-11-25', ranges: [{ start: '18:00', end: '20:00' }] },
    ];
    expect(open(schedule({ overrides }), '2026-11-24T00:00Z', '2026-11-25T19:00Z')).toEqual([
      '2026-11-25T18:00 2026-11-25T19:00',
    ]);
  });
});
