import { describe, expect, it } from 'vitest';
import type { Schedule } from '@/domain/schedules';
import { bySoonest, nextSlot, wantedStretch, widestStretch } from './free-time';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const now = at('2026-12-08T10:30:00Z');

describe('when somebody has to be free', () => {
  it.each([
    ['today', 'Africa/Dakar', '2026-12-08T10:30', '2026-12-09T00:00'],
    ['today', 'Europe/Paris', '2026-12-08T10:30', '2026-12-08T23:00'],
    // Already tomorrow over there.
    ['today', 'Pacific/Auckland', '2026-12-08T11:00', '2026-12-09T11:00', '2026-12-08T11:00:00Z'],
    ['2026-12-24', 'Europe/Paris', '2026-12-23T23:00', '2026-12-24T23:00'],
    // 25 hours: the clocks go back that night.
    ['2027-10-31', 'Europe/Paris', '2027-10-30T22:00', '2027-10-31T23:00'],
    ['week', 'Europe/Paris', '2026-12-08T10:30', '2026-12-15T10:30'],
    [null, 'Europe/Paris', '2026-12-08T10:30', '2027-02-06T10:30'],
  ])('%s in %s', (free, timeZone, from, to, clock = '') => {
    const stretch = wantedStretch(free, { now: clock ? at(clock) : now, timeZone });
    expect([iso(stretch.from), iso(stretch.to)]).toEqual([from, to]);
  });

  it('is over when the day is', () => {
    const { from, to } = wantedStretch('2026-12-07', { now, timeZone: 'Africa/Dakar' });
    expect(to).toBeLessThanOrEqual(from);
  });

  it('spans the day of every zone', () => {
    const widest = widestStretch('2026-12-24', now);
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Dakar']) {
      const { from, to } = wantedStretch('2026-12-24', { now, timeZone });
      expect(widest.from).toBeLessThanOrEqual(from);
      expect(widest.to).toBeGreaterThanOrEqual(to);
    }
  });
});

const schedule: Schedule = {
  mentorId: 'awa',
  timeZone: 'Africa/Dakar',
  minimumNoticeMinutes: 60,
  horizonDays: 60,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  maxSessionsPerDay: null,
  maxSessionsPerWeek: null,
  weekly: [{ days: [2], start: '09:00', end: '12:30' }],
  overrides: [],
  busy: [],
  sessions: [],
};
const offers = [
  {
    variantId: 'short',
    durationMinutes: 30,
    capacity: 1,
    bufferBeforeMinutes: null,
    bufferAfterMinutes: null,
  },
];
const week = wantedStretch('week', { now, timeZone: 'Africa/Dakar' });

describe('the next slot', () => {
  it('is the first past the notice', () => {
    const slot = nextSlot({ takingBookings: true, offers, schedule }, week, now);
    expect(slot).toEqual({ at: at('2026-12-08T11:30:00Z'), variantId: 'short', reason: null });
  });

  it.each([
    ['away', { takingBookings: false, offers, schedule }],
    ['nothing_offered', { takingBookings: true, offers: [], schedule }],
    ['fully_booked', { takingBookings: true, offers, schedule: { ...schedule, weekly: [] } }],
    ['fully_booked', { takingBookings: true, offers, schedule: null }],
  ])('is none: %s', (reason, candidate) => {
    expect(nextSlot(candidate, week, now)).toEqual({ at: null, reason });
  });

  it('sorts, and keeps the order of those who are as soon', () => {
    const items = [
      { name: 'none', at: null },
      { name: 'late', at: 30 },
      { name: 'first', at: 10 },
      { name: 'also first', at: 10 },
      { name: 'none either', at: null },
    ];
    expect(bySoonest(items).map((item) => item.name)).toEqual([
      'first',
      'also first',
      'late',
      'none',
      'none either',
    ]);
  });
});
