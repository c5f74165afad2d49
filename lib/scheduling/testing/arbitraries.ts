import * as fc from 'fast-check';
import { computeSlots, type JoinableSession, type SlotInput } from '../index';

/*
 * Inputs as wild as they may become: zones and dates at which the clock changes in some odd way,
 * windows in other zones, overrides, instants written with any offset.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A zone with the dates on which it does something unusual. */
const ODD_DATES: readonly (readonly [timeZone: string, dates: readonly string[]])[] = [
  ['Europe/Paris', ['2027-03-28', '2027-10-31']],
  ['America/New_York', ['2027-03-14', '2027-11-07']],
  ['Australia/Lord_Howe', ['2027-04-04', '2027-10-03']],
  ['Africa/Casablanca', ['2027-02-07', '2027-03-14']],
  ['Asia/Kathmandu', ['1986-01-01', '2027-05-05']],
  ['Pacific/Apia', ['2011-12-30']],
  ['America/Sao_Paulo', ['2018-02-18', '2018-11-04']],
  ['America/St_Johns', ['2010-11-07', '2011-03-13']],
  ['America/Havana', ['2027-03-14', '2027-11-07']],
  ['America/Nuuk', ['2027-03-27', '2027-10-30']],
  ['Asia/Gaza', ['2040-10-20']],
  ['UTC', ['1970-01-01', '2000-02-29']],
];
const OTHER_NAMES = ['Asia/Katmandu', 'europe/paris', 'US/Eastern', 'Brazil/East', 'Asia/Kolkata'];
const TIME_ZONES = [...ODD_DATES.map(([timeZone]) => timeZone), ...OTHER_NAMES];

function writeInstant(epochMilliseconds: number, offsetMinutes: number): string {
  const local = new Date(epochMilliseconds + offsetMinutes * MINUTE).toISOString().slice(0, 19);
  if (offsetMinutes === 0) return `${local}Z`;
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

function writeDate(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().slice(0, 10);
}

const wallTime = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('00:00', '01:30', '02:00', '02:30', '03:00', '24:00') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '20', '30', '59'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
  },
);

const capacity = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });

const localRange = fc
  .tuple(wallTime, wallTime, capacity)
  // In order more often than not, yet windows that end before they begin must do no harm.
  .chain(([one, other, seats]) =>
    fc
      .boolean()
      .map((swap) =>
        one < other || swap
          ? { start: one, end: other, capacity: seats }
          : { start: other, end: one, capacity: seats },
      ),
  );

const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 });
const few = fc.constantFrom(0, 5, 10, 15, 30);

/** Instants near an anchor, mostly on the minute, in ISO strings of any offset. */
function instantsNear(anchor: number) {
  const at = (dayMin: number, dayMax: number) =>
    fc
      .tuple(
        fc.integer({ min: (dayMin * DAY) / (5 * MINUTE), max: (dayMax * DAY) / (5 * MINUTE) }),
        fc.constantFrom(0, 0, 0, 0, 59),
        fc.constantFrom(0, 0, 120, -210, 345),
      )
      .map(([steps, seconds, offset]) =>
        writeInstant(anchor + steps * 5 * MINUTE + seconds * 1000, offset),
      );
  const interval = fc
    .tuple(at(-3, 4), fc.constantFrom(0, 1, 5, 15, 30, 60, 120, 1440))
    .map(([start, minutes]) => ({
      start,
      end: writeInstant(Date.parse(start) + minutes * MINUTE, 0),
    }));
  return { at, interval };
}

function inputsNear(timeZone: string, anchor: number): fc.Arbitrary<SlotInput> {
  const { at, interval } = instantsNear(anchor);
  const date = fc.integer({ min: -3, max: 4 }).map((offset) => writeDate(anchor + offset * DAY));
  const window = fc
    .record({
      range: localRange,
      days,
      timeZone: fc.option(fc.constantFrom(timeZone, ...TIME_ZONES), { nil: undefined }),
      from: fc.option(date, { nil: undefined, freq: 4 }),
      until: fc.option(date, { nil: undefined, freq: 4 }),
    })
    .map(({ range, ...rest }) => ({ ...range, ...rest }));
  return fc
    .record({
      now: at(-5, 0),
      timeZone: fc.constant(timeZone),
      weekly: fc.array(window, { maxLength: 4 }),
      overrides: fc.uniqueArray(
        fc.record({ date, ranges: fc.array(localRange, { maxLength: 3 }) }),
        { maxLength: 3, selector: (override) => override.date },
      ),
      busy: fc.array(interval, { maxLength: 6 }),
      closed: fc.option(fc.array(interval, { maxLength: 2 }), { nil: undefined }),
      durationMinutes: fc.constantFrom(15, 30, 45, 60, 120, 480, 1500),
      stepMinutes: fc.constantFrom(10, 15, 20, 30, 45, 60, 90),
      bufferBeforeMinutes: few,
      bufferAfterMinutes: few,
      minimumNoticeMinutes: fc.constantFrom(0, 0, 30, 1440),
      from: at(-2, 1),
      hours: fc.integer({ min: 0, max: 96 }),
    })
    .map(({ from, hours, ...input }) => ({
      ...input,
      range: { from, to: writeInstant(Date.parse(from) + hours * 60 * MINUTE, 60) },
    }));
}

/** Sessions to join: mostly at slots that the input offers, for elsewhere they are only in the way. */
function sessionsFor(input: SlotInput): fc.Arbitrary<JoinableSession<string>[]> {
  const offered = computeSlots(input).map(({ start }) => Date.parse(start));
  const anywhere = Date.parse(input.range.from);
  const session = fc
    .record({
      start: offered.length > 0 ? fc.constantFrom(...offered) : fc.constant(anywhere),
      shift: fc.constantFrom(0, 0, 0, 0, -10, 15),
      longer: fc.constantFrom(0, 0, 0, 0, 15),
      seatsTaken: fc.integer({ min: 0, max: 4 }),
      bufferBeforeMinutes: fc.option(few, { nil: undefined }),
      bufferAfterMinutes: fc.option(few, { nil: undefined }),
    })
    .map(({ start, shift, longer, ...rest }) => {
      const from = start + shift * MINUTE;
      const until = from + (input.durationMinutes + longer) * MINUTE;
      return { start: writeInstant(from, 0), end: writeInstant(until, -60), ...rest };
    });
  return fc.array(session, { maxLength: 4 });
}

/** Any valid input that spans a few days, `joinable` left out now and then. */
export const slotInput: fc.Arbitrary<SlotInput> = fc
  .constantFrom(...ODD_DATES)
  .chain(([timeZone, dates]) =>
    fc.constantFrom(...dates).chain((date) => inputsNear(timeZone, Date.parse(date))),
  )
  .chain((input) =>
    fc.option(sessionsFor(input), { nil: undefined }).map((joinable) => ({ ...input, joinable })),
  );

/** A busy interval near an input's range. */
export function busyNear(input: SlotInput) {
  return instantsNear(Date.parse(input.range.from)).interval;
}

/** The same input for a range that begins and ends some hours earlier or later. */
export function movedRange(input: SlotInput): fc.Arbitrary<SlotInput> {
  const hours = fc.integer({ min: -60, max: 60 });
  return fc.tuple(hours, hours).map(([one, other]) => {
    const from = Date.parse(input.range.from) + one * 60 * MINUTE;
    const to = Math.max(from, Date.parse(input.range.to) + other * 60 * MINUTE);
    return { ...input, range: { from: writeInstant(from, 0), to: writeInstant(to, 0) } };
  });
}
