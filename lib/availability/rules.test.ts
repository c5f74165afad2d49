import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFreeSlot, freeSlots, monthOfSlots } from './rules';
import type { Offer, Schedule, ScheduledSession } from './schema';

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
    format: 'video',
    countsTowardsCaps: true,
    ...rest,
  };
}

describe('the first free slot', () => {
  it('is the shortest offer where all fit', () => {
    expect(firstFreeSlot(schedule, [hour, half], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
      variantId: 'half',
    });
  });

  it('is in the gap that only the shortest fits', () => {
    const busy = [{ start: at('2026-12-07T09:30:00Z'), end: at('2026-12-09T12:00:00Z') }];
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
    const busy = [{ start: at('2026-12-07T08:00:00Z'), end: at('2026-12-07T09:00:00Z') }];
    expect(firstFreeSlot({ ...schedule, busy }, [aired, hour], ahead)).toMatchObject({
      start: at('2026-12-07T09:00:00Z'),
      variantId: 'hour',
    });
  });

  it('is found weeks ahead, but not past what was ahead for', () => {
    const busy = [{ start: now, end: now + 40 * day }];
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
      fc.tuple(minutes, fc.integer({ min: 1, max: 200 })).map(([start, steps]) => ({
        start,
        end: start + steps * 30 * 60_000,
      })),
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

describe('a month of slots', () => {
  const dakar = { now: at('2026-11-21T10:00Z'), horizonDays: 60, timeZone: 'Africa/Dakar' };
  const slots = (...starts: string[]) =>
    starts.map((start) => ({ start: at(start), end: at(start) + 3_600_000, seatsLeft: 1 }));
  const late = slots('2026-12-28T09:00Z', '2027-01-04T09:00Z');

  it('is the first with something free, where none is asked for', () => {
    expect(monthOfSlots(late, { ...dakar, asked: null }).month).toBe('2026-12');
    expect(monthOfSlots([], { ...dakar, asked: null })).toMatchObject({
      month: '2026-11',
      starts: [],
      nextFree: null,
    });
  });

  it.each([
    ['2026-10', { previous: null, next: '2026-11', closed: 'past' }],
    ['2026-11', { previous: null, next: '2026-12', closed: null }],
    ['2026-12', { previous: '2026-11', next: '2027-01', closed: null }],
    // The horizon ends on 20 January.
    ['2027-01', { previous: '2026-12', next: null, closed: null }],
    ['2027-06', { previous: '2027-01', next: null, closed: 'beyond' }],
  ])('%s has the neighbours that can be booked', (month, shown) => {
    expect(monthOfSlots(late, { ...dakar, asked: month })).toMatchObject(shown);
  });

  it.each([
    ['2026-11', '2026-12-28T09:00Z'],
    ['2026-12', '2027-01-04T09:00Z'],
    // Nothing later is free: back to the first.
    ['2027-01', '2026-12-28T09:00Z'],
    ['2027-06', '2026-12-28T09:00Z'],
  ])('from %s the next free slot is %s', (month, next) => {
    expect(monthOfSlots(late, { ...dakar, asked: month }).nextFree).toBe(at(next));
  });

  it('has the slots that fall into the month in any zone, and no others', () => {
    const edge = slots(
      '2026-10-30T20:00Z',
      '2026-10-31T10:00Z',
      '2026-12-01T10:30Z',
      '2026-12-03T00:00Z',
    );
    for (const timeZone of ['Pacific/Kiritimati', 'Africa/Dakar', 'Pacific/Pago_Pago']) {
      const { starts } = monthOfSlots(edge, { ...dakar, timeZone, asked: '2026-11' });
      expect(starts).toContain(at('2026-10-31T10:00Z'));
      expect(starts).toContain(at('2026-12-01T10:30Z'));
      expect(starts).not.toContain(at('2026-12-03T00:00Z'));
    }
  });

  it('begins with the local month, also where that has a clock change', () => {
    const around = slots('2026-10-31T22:30Z', '2026-11-30T22:30Z', '2026-11-30T23:30Z');
    // In Paris 23:30 in UTC is the next day; the next free slot after November is December's.
    const paris = monthOfSlots(around, { ...dakar, timeZone: 'Europe/Paris', asked: '2026-11' });
    expect(paris.nextFree).toBe(at('2026-11-30T23:30Z'));
    expect(monthOfSlots(around, { ...dakar, asked: '2026-11' }).nextFree).toBe(
      at('2026-10-31T22:30Z'),
    );
  });
});
