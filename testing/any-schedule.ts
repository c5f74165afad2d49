/** Schedules that fast-check makes up, with an offer and a time: all that decides one mentor's slots. */
import * as fc from 'fast-check';
import type { BusyTime, Schedule, ScheduledSession } from '@/domain/schedules';
import { freeSlots } from '@/lib/slots/rules/free-slots';
import type { Offer } from '@/lib/slots/schema/schedule';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Zones with a date on which their clocks change, or that is odd in another way. */
const places = [
  ['Africa/Dakar', '2026-12-08'],
  ['Europe/Paris', '2027-03-28'],
  ['Europe/Paris', '2027-10-31'],
  ['Africa/Casablanca', '2027-02-07'],
  ['America/New_York', '2027-03-14'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Asia/Kathmandu', '2027-05-05'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Havana', '2027-11-07'],
] as const;

const capacity = fc.constantFrom(1, 1, 2, 3);
const buffer = fc.constantFrom(0, 0, 5, 15, 45);
const offeredBuffer = fc.constantFrom(null, null, 0, 20);
const cap = fc.constantFrom(null, null, 1, 2, 3);
const variant = fc.constantFrom('one', 'one', 'other');
const length = fc.constantFrom(30, 45, 60, 90);

/** Local wall times in quarters of an hour, so that windows touch and overlap often. */
const hours = fc
  .tuple(fc.integer({ min: 0, max: 92 }), fc.integer({ min: 2, max: 60 }), capacity)
  .map(([start, quarters, seats]) => ({
    start: wallTime(start),
    end: wallTime(Math.min(start + quarters, 96)),
    capacity: seats,
  }));

function wallTime(quarters: number): string {
  const minutes = String((quarters % 4) * 15).padStart(2, '0');
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${minutes}`;
}

function date(anchor: number, days: number): string {
  return new Date(anchor + days * day).toISOString().slice(0, 10);
}

function scheduleNear(timeZone: string, anchor: number): fc.Arbitrary<Schedule> {
  const instant = fc
    .integer({ min: -4 * 96, max: 6 * 96 })
    .map((quarters) => anchor + quarters * 15 * minute);
  const window = fc.record({
    range: hours,
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
    zone: fc.option(fc.constantFrom('Europe/Paris', 'Asia/Tokyo'), { nil: undefined, freq: 4 }),
    from: fc.constantFrom(undefined, undefined, date(anchor, 0)),
    until: fc.constantFrom(undefined, undefined, date(anchor, 2)),
  });
  const override = fc.record({
    date: fc.integer({ min: -2, max: 4 }).map((days) => date(anchor, days)),
    ranges: fc.array(hours, { maxLength: 2 }),
  });
  return fc
    .record({
      mentorId: fc.constant('mentor'),
      timeZone: fc.constant(timeZone),
      minimumNoticeMinutes: fc.constantFrom(0, 30, 1440),
      horizonDays: fc.integer({ min: 1, max: 6 }),
      stepMinutes: fc.constantFrom(15, 20, 30, 45, 60),
      bufferBeforeMinutes: buffer,
      bufferAfterMinutes: buffer,
      maxSessionsPerDay: cap,
      maxSessionsPerWeek: cap,
      weekly: fc.array(
        window.map(({ range, zone, ...rest }) => ({ ...range, ...rest, timeZone: zone })),
        { minLength: 1, maxLength: 4 },
      ),
      overrides: fc.uniqueArray(override, { maxLength: 3, selector: (one) => one.date }),
      busy: fc.array(anyBusyTime(instant), { maxLength: 3 }),
    })
    .map((made) => ({ ...made, sessions: [] }));
}

function anyBusyTime(instant: fc.Arbitrary<number>): fc.Arbitrary<BusyTime> {
  const source = fc.constantFrom('time_off' as const, 'attended' as const, 'imported' as const);
  return fc
    .tuple(source, instant, fc.constantFrom(0, 15, 60, 600))
    .map(([what, start, minutes]) => ({ source: what, start, end: start + minutes * minute }));
}

/** Sessions mostly where the windows begin a slot: those may be joined, others are only in the way. */
function sessionsFor(schedule: Schedule, offered: Offer, now: number) {
  const bare = { ...schedule, minimumNoticeMinutes: 0, horizonDays: 9, busy: [] };
  const slots = freeSlots(bare, offered, { now, from: now, to: now + 9 * day });
  const anywhere = fc.integer({ min: -96, max: 6 * 96 }).map((at) => now + at * 15 * minute);
  const onGrid = slots.length > 0 ? fc.constantFrom(...slots.map(({ start }) => start)) : anywhere;
  const session: fc.Arbitrary<Omit<ScheduledSession, 'id'>> = fc
    .record({
      variantId: variant,
      start: fc.oneof({ weight: 3, arbitrary: onGrid }, { weight: 1, arbitrary: anywhere }),
      minutes: fc.oneof(fc.constant(offered.durationMinutes), length),
      bufferBeforeMinutes: buffer,
      bufferAfterMinutes: buffer,
      capacity,
      seatsTaken: fc.integer({ min: 0, max: 3 }),
      isHold: fc.boolean(),
      format: fc.constant('video' as const),
      countsTowardsCaps: fc.boolean(),
    })
    .map(({ minutes, ...rest }) => ({ ...rest, end: rest.start + minutes * minute }));
  return fc
    .array(session, { maxLength: 5 })
    .map((sessions) => sessions.map((one, index) => ({ ...one, id: `s${index}` })));
}

const offer: fc.Arbitrary<Offer> = fc.record({
  variantId: variant,
  durationMinutes: length,
  capacity,
  bufferBeforeMinutes: offeredBuffer,
  bufferAfterMinutes: offeredBuffer,
});

export interface AnySchedule {
  schedule: Schedule;
  offer: Offer;
  now: number;
}

/** Sessions are random, so they may overlap as real ones never do, and full ones may be overfull. */
export const anySchedule: fc.Arbitrary<AnySchedule> = fc
  .constantFrom(...places)
  .chain(([timeZone, local]) => {
    const anchor = Date.parse(local);
    return fc.record({
      schedule: scheduleNear(timeZone, anchor),
      offer,
      now: fc.integer({ min: -3 * 96, max: 96 }).map((quarters) => anchor + quarters * 15 * minute),
    });
  })
  .chain(({ schedule, offer: offered, now }) =>
    sessionsFor(schedule, offered, now).map((sessions) => ({
      schedule: { ...schedule, sessions },
      offer: offered,
      now,
    })),
  );
