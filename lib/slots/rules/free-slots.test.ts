import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusyTime, Schedule, ScheduledSession } from '@/domain/schedules';
import type { Offer } from '../schema/schedule';
import { firstFreeSlot } from './first-free-slot';
import { freeSlots } from './free-slots';

const at = (iso: string) => Date.parse(iso);
const now = at('2026-12-07T08:00:00Z'); // a Monday
const day = 86_400_000;
const ahead = { now, from: now, to: now + 60 * day };

const schedule: Schedule = {
  mentorId: 'awa',
  timeZone: 'Africa/Dakar',
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  maxSessionsPerDay: null,
  maxSessionsPerWeek: null,
  weekly: [{ days: [1, 3], start: '09:00', end: '11:00', capacity: 5 }],
  overrides: [],
  busy: [],
  sessions: [],
};
const offer = (variantId: string, durationMinutes: number, rest: Partial<Offer> = {}): Offer => ({
  variantId,
  durationMinutes,
  capacity: 1,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
  ...rest,
});
const half = offer('half', 30);
const hour = offer('hour', 60);

function session(
  start: string,
  minutes: number,
  rest: Partial<ScheduledSession>,
): ScheduledSession {
  return {
    id: start,
    variantId: 'hour',
    start: at(start),
    end: at(start) + minutes * 60_000,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 5,
    seatsTaken: 1,
    isHold: false,
    format: 'video',
    countsTowardsCaps: true,
    ...rest,
  };
}

const off = (start: number, end: number): BusyTime => ({ source: 'time_off', start, end });

/** Of the first slot of a service with `of` seats, in a window with a limit or none. */
function seats(capacity: number | undefined, of: number) {
  const window = { days: [1], start: '09:00', end: '11:00' };
  const weekly = [capacity === undefined ? window : { ...window, capacity }];
  const asked = { now: at('2026-12-07T00:00:00Z'), from: 0, to: at('2026-12-07T12:00:00Z') };
  const [first] = freeSlots({ ...schedule, weekly }, offer('hour', 60, { capacity: of }), asked);
  return first?.seatsLeft;
}

describe('the seats of a slot', () => {
  it('are the service’s own, and fewer only where the window says so', () => {
    expect([seats(undefined, 12), seats(3, 12), seats(20, 12), seats(undefined, 1)]).toEqual([
      12, 3, 12, 1,
    ]);
  });

  it('are those that a session was made with, where the window has grown since', () => {
    const sessions = [session('2026-12-07T09:00:00Z', 60, { capacity: 3 })];
    const group = offer('hour', 60, { capacity: 5 });
    const [first] = freeSlots({ ...schedule, sessions }, group, ahead);
    expect(first).toMatchObject({ start: at('2026-12-07T09:00:00Z'), seatsLeft: 2 });
  });
});

it('the last slot is the last of the horizon’s last day, which is one of the mentor’s zone', () => {
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }];
  const nairobi = { ...schedule, timeZone: 'Africa/Nairobi', horizonDays: 1, weekly };
  // Tuesday there, while it is Monday in UTC: the horizon ends with Wednesday.
  const night = at('2026-12-07T22:30:00Z');
  const slots = freeSlots(nairobi, hour, { now: night, from: night, to: night + 7 * day });
  expect(slots.at(-1)?.start).toBe(at('2026-12-09T20:30:00Z'));
});

describe('the first free slot', () => {
  it('is the shortest offer where all fit', () => {
    expect(firstFreeSlot(schedule, [hour, half], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
      variantId: 'half',
    });
  });

  it('is in the gap that only the shortest fits', () => {
    const busy = [off(at('2026-12-07T09:30:00Z'), at('2026-12-09T12:00:00Z'))];
    expect(firstFreeSlot({ ...schedule, busy }, [hour, half], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
    });
    expect(firstFreeSlot({ ...schedule, busy }, [hour], ahead)).toMatchObject({
      start: at('2026-12-14T09:00:00Z'),
    });
  });

  it('may be a group session that somebody has begun, of the longer offer', () => {
    const group = offer('hour', 60, { capacity: 5 });
    const sessions = [session('2026-12-07T09:00:00Z', 60, {})];
    expect(firstFreeSlot({ ...schedule, sessions }, [half, group], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
      variantId: 'hour',
      seatsLeft: 4,
    });
  });

  it('may be the longer offer, where the shorter one needs more air', () => {
    const aired = offer('half', 30, { bufferBeforeMinutes: 60 });
    const busy = [off(at('2026-12-07T08:00:00Z'), at('2026-12-07T09:00:00Z'))];
    expect(firstFreeSlot({ ...schedule, busy }, [aired, hour], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
      variantId: 'hour',
    });
  });

  it('is found weeks ahead, but not past what was ahead for', () => {
    const busy = [off(now, now + 40 * day)];
    expect(firstFreeSlot({ ...schedule, busy }, [half], ahead)).toMatchObject({
      start: at('2027-01-18T09:00:00Z'),
    });
    expect(
      firstFreeSlot({ ...schedule, busy }, [half], { ...ahead, to: now + 30 * day }),
    ).toBeNull();
  });

  it('is none without offers or windows', () => {
    expect(firstFreeSlot(schedule, [], ahead)).toBeNull();
    expect(firstFreeSlot({ ...schedule, weekly: [] }, [half], ahead)).toBeNull();
  });

  it('is always the earliest of all slots of all offers', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 48 }).map((steps) => now + steps * 30 * 60_000);
    const busy = fc.array(
      fc
        .tuple(minutes, fc.integer({ min: 1, max: 200 }))
        .map(([start, steps]) => off(start, start + steps * 30 * 60_000)),
      { maxLength: 6 },
    );
    const offers = fc.array(
      fc.record({
        variantId: fc.constantFrom('half', 'hour', 'long'),
        durationMinutes: fc.constantFrom(30, 60, 90),
        capacity: fc.constantFrom(1, 5),
        bufferBeforeMinutes: fc.constantFrom(null, 0, 30),
        bufferAfterMinutes: fc.constantFrom(null, 15),
      }),
      { maxLength: 4 },
    );
    const sessions = fc
      .constantFrom('2026-12-07T09:00:00Z', '2026-12-09T10:00:00Z')
      .chain((start) =>
        fc.record({
          start: fc.constant(start),
          minutes: fc.constantFrom(30, 60),
          seatsTaken: fc.integer({ min: 0, max: 5 }),
          variantId: fc.constantFrom('half', 'hour'),
        }),
      )
      .map(({ start, minutes: length, ...rest }) => [session(start, length, rest)]);
    fc.assert(
      fc.property(busy, offers, sessions, (taken, offered, held) => {
        const full = { ...schedule, busy: taken, sessions: held };
        const starts = offered.flatMap((one) =>
          freeSlots(full, one, ahead).map((slot) => slot.start),
        );
        const first = firstFreeSlot(full, offered, ahead);
        expect(first?.start ?? Infinity).toBe(Math.min(...starts));
      }),
    );
  });
});
