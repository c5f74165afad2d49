import type { DateOverride, Interval, WeeklyWindow } from '@/domain/schedules';
import { DAY, MINUTE, parseDate, parseWallTime } from './iso';
import type { Joinable, LocalRange, SlotQuery, WeeklyRule } from './query';
import type { JoinableSession, SlotInputOf } from './types';
import { findZone, type Zone } from './zones';

/** The engine walks every date that a slot may reach: a slip of the keyboard must not hang it. */
const LONGEST_DURATION = 3660 * DAY;

/** Reads an instant into epoch milliseconds; NaN where it is none. */
export type ReadInstant = (value: unknown) => number;

/**
 * Checks a whole input and turns it into numbers. The types are promises of the caller only: the
 * input may come from outside, so each field is looked at.
 *
 * @throws RangeError that names the first field found invalid, such as `weekly[2].end`.
 */
export function readInput<Instant>(
  input: SlotInputOf<Instant>,
  readInstant: ReadInstant,
): SlotQuery {
  if (!isObject(input)) throw invalid('input', 'an object', input);
  const now = instant(input.now, 'now', readInstant);
  const zone = timeZone(input.timeZone, 'timeZone');
  const bufferBefore = minutes(input.bufferBeforeMinutes, 'bufferBeforeMinutes', 0);
  const bufferAfter = minutes(input.bufferAfterMinutes, 'bufferAfterMinutes', 0);
  const notice = minutes(input.minimumNoticeMinutes, 'minimumNoticeMinutes', 0);
  const duration = minutes(input.durationMinutes, 'durationMinutes', 1);
  if (duration > LONGEST_DURATION) {
    throw invalid('durationMinutes', 'at most ten years', input.durationMinutes);
  }
  if (!isObject(input.range)) throw invalid('range', 'an object', input.range);
  const from = instant(input.range.from, 'range.from', readInstant);
  const until = instant(input.range.to, 'range.to', readInstant);
  if (until < from) throw invalid('range.to', 'not before range.from', input.range.to);

  return {
    zone,
    weekly: list(input.weekly, 'weekly').map((window, index) => weeklyRule(window, index, zone)),
    overrides: overridesByDay(input.overrides),
    busy: intervals(input.busy, 'busy', readInstant),
    closed: input.closed === undefined ? [] : intervals(input.closed, 'closed', readInstant),
    joinable:
      input.joinable === undefined
        ? []
        : list(input.joinable, 'joinable').map((session, index) =>
            joinable(session, `joinable[${index}]`, { bufferBefore, bufferAfter }, readInstant),
          ),
    duration,
    step: minutes(input.stepMinutes, 'stepMinutes', 1),
    bufferBefore,
    bufferAfter,
    earliest: Math.max(from, now + notice),
    until,
  };
}

function weeklyRule(window: WeeklyWindow, index: number, mentorZone: Zone): WeeklyRule {
  const field = `weekly[${index}]`;
  const { start, end, capacity } = localRange(window, field);
  for (const day of list(window.days, `${field}.days`)) {
    if (!Number.isInteger(day) || day < 1 || day > 7) {
      throw invalid(`${field}.days`, 'ISO weekdays from 1 to 7', window.days);
    }
  }
  return {
    start,
    end,
    capacity,
    firstDay: window.from === undefined ? -Infinity : epochDay(window.from, `${field}.from`),
    lastDay: window.until === undefined ? Infinity : epochDay(window.until, `${field}.until`),
    days: window.days,
    zone:
      window.timeZone === undefined ? mentorZone : timeZone(window.timeZone, `${field}.timeZone`),
  };
}

function overridesByDay(overrides: readonly DateOverride[]): Map<number, readonly LocalRange[]> {
  const byDay = new Map<number, readonly LocalRange[]>();
  for (const [index, override] of list(overrides, 'overrides').entries()) {
    const field = `overrides[${index}]`;
    if (!isObject(override)) throw invalid(field, 'an object', override);
    const day = epochDay(override.date, `${field}.date`);
    if (byDay.has(day)) throw invalid(`${field}.date`, 'only one override a date', override.date);
    const ranges = list(override.ranges, `${field}.ranges`);
    byDay.set(
      day,
      ranges.map((range, at) => localRange(range, `${field}.ranges[${at}]`)),
    );
  }
  return byDay;
}

function localRange(
  range: Pick<WeeklyWindow, 'start' | 'end' | 'capacity'>,
  field: string,
): LocalRange {
  if (!isObject(range)) throw invalid(field, 'an object', range);
  const start = parseWallTime(range.start);
  if (Number.isNaN(start)) throw invalid(`${field}.start`, 'a wall time HH:MM', range.start);
  const end = parseWallTime(range.end);
  if (Number.isNaN(end)) throw invalid(`${field}.end`, 'a wall time HH:MM', range.end);
  const capacity =
    range.capacity === undefined ? 1 : wholeNumber(range.capacity, `${field}.capacity`, 1);
  return { start, end, capacity, firstDay: -Infinity, lastDay: Infinity };
}

function joinable<Instant>(
  session: JoinableSession<Instant>,
  field: string,
  inherited: { bufferBefore: number; bufferAfter: number },
  readInstant: ReadInstant,
): Joinable {
  const { start, end } = interval(session, field, readInstant);
  const { bufferBeforeMinutes, bufferAfterMinutes } = session;
  const before =
    bufferBeforeMinutes === undefined
      ? inherited.bufferBefore
      : minutes(bufferBeforeMinutes, `${field}.bufferBeforeMinutes`, 0);
  const after =
    bufferAfterMinutes === undefined
      ? inherited.bufferAfter
      : minutes(bufferAfterMinutes, `${field}.bufferAfterMinutes`, 0);
  return {
    start,
    end,
    seatsTaken: wholeNumber(session.seatsTaken, `${field}.seatsTaken`, 0),
    occupied: { start: start - before, end: end + after },
  };
}

function intervals<Instant>(
  values: readonly Interval<Instant>[],
  field: string,
  readInstant: ReadInstant,
): Interval[] {
  // Thousands of busy intervals are usual: the field's name is made only when one is refused.
  return list(values, field).map((value, index) => {
    if (isObject(value)) {
      const start = readInstant(value.start);
      const end = readInstant(value.end);
      if (start <= end) return { start, end };
    }
    return interval(value, `${field}[${index}]`, readInstant);
  });
}

function interval<Instant>(
  value: Interval<Instant>,
  field: string,
  readInstant: ReadInstant,
): Interval {
  if (!isObject(value)) throw invalid(field, 'an object', value);
  const start = instant(value.start, `${field}.start`, readInstant);
  const end = instant(value.end, `${field}.end`, readInstant);
  if (end < start) throw invalid(`${field}.end`, `not before ${field}.start`, value.end);
  return { start, end };
}

function instant(value: unknown, field: string, readInstant: ReadInstant): number {
  const epochMilliseconds = readInstant(value);
  if (Number.isNaN(epochMilliseconds)) throw invalid(field, 'an instant', value);
  return epochMilliseconds;
}

function timeZone(value: unknown, field: string): Zone {
  const zone = typeof value === 'string' ? findZone(value) : undefined;
  if (zone === undefined) throw invalid(field, 'an IANA time zone', value);
  return zone;
}

function epochDay(value: unknown, field: string): number {
  const day = parseDate(value);
  if (Number.isNaN(day)) throw invalid(field, 'a date YYYY-MM-DD', value);
  return day;
}

/** Milliseconds. */
function minutes(value: unknown, field: string, least: number): number {
  return wholeNumber(value, field, least) * MINUTE;
}

function wholeNumber(value: unknown, field: string, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw invalid(field, `a whole number, at least ${least}`, value);
}

function list<Item>(value: readonly Item[], field: string): readonly Item[] {
  if (!Array.isArray(value)) throw invalid(field, 'a list', value);
  return value;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function invalid(field: string, expected: string, value: unknown): RangeError {
  return new RangeError(`${field}: expected ${expected}, found ${describe(value)}`);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return typeof value === 'number' ? String(value) : typeof value;
}
