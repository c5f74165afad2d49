import type { OverrideRange } from '@/domain/availability';
import type { Interval, Schedule } from '@/domain/schedules';
import { ok, refused, type Result } from '@/kernel/result';
import { computeOpenTime, instantOf, startOfDay } from '@/lib/scheduling';
import { mostSeats } from '@/lib/availability/constants';
import { addDays, type Day } from '@/kernel/time/calendar';
import { formatTime, localDay } from '@/kernel/time/format';

type Hours = Pick<Schedule, 'timeZone' | 'weekly' | 'overrides'>;

/** A date of the mentor's zone, and what would be open on it. */
export interface OpenedDate {
  date: Day;
  hours: OverrideRange[];
}

/** `clock_change`: it lies in an hour that the clock repeats, whose second turn has no wall time of its own. */
export type OneOffRefusal =
  | 'end_before_start'
  | 'over'
  | 'over_a_day'
  | 'already_open'
  | 'clock_change';

const longestMs = 24 * 3_600_000;

/**
 * The dates that opening `span` once would change, with the hours that each then has: its present
 * ones and the span's. A span over midnight changes two. Epoch milliseconds.
 */
export function planOneOff(
  hours: Hours,
  { start, end, capacity, now }: Interval & { capacity: number | null; now: number },
): Result<OpenedDate[], OneOffRefusal> {
  if (end <= start) return refused('end_before_start');
  if (end <= now) return refused('over');
  if (end - start > longestMs) return refused('over_a_day');
  const last = localDay(end - 1, hours.timeZone);
  const changed: OpenedDate[] = [];
  let hasWallTime = false;
  for (let date = localDay(start, hours.timeZone); date <= last; date = addDays(date, 1)) {
    const added = wallRange({ start, end }, { date, timeZone: hours.timeZone, capacity });
    if (!added) continue;
    hasWallTime = true;
    const present = hoursOn(hours, date);
    const together = joined([...present, added]);
    if (!isSame(present, together)) changed.push({ date, hours: together });
  }
  if (!hasWallTime) return refused('clock_change');
  return changed.length === 0 ? refused('already_open') : ok(changed);
}

/**
 * What is open on a date of the mentor's zone, as an override of that date would say it: windows in
 * other zones are written in the mentor's, where they overlap the larger capacity counts, none most.
 */
export function hoursOn({ timeZone, weekly, overrides }: Hours, date: Day): OverrideRange[] {
  const override = overrides.find((candidate) => candidate.date === date);
  if (override) return joined(override.ranges.map((range) => ({ capacity: null, ...range })));
  const from = startOfDay(date, timeZone);
  const to = startOfDay(addDays(date, 1), timeZone);
  // A zone that moved across the date line skipped the date whole.
  if (to <= from) return [];
  const ranges = weekly.flatMap((window) =>
    computeOpenTime({ timeZone, weekly: [window], overrides: [] }, { from, to }).flatMap(
      (span) => wallRange(span, { date, timeZone, capacity: window.capacity ?? null }) ?? [],
    ),
  );
  return joined(ranges);
}

/** The part of `span` on `date` in wall times; null where none is left of it. */
function wallRange(
  span: Interval,
  { date, timeZone, capacity }: { date: Day; timeZone: string; capacity: number | null },
): OverrideRange | null {
  const midnight = startOfDay(addDays(date, 1), timeZone);
  const wallTime = (at: number) =>
    at >= midnight ? '24:00' : formatTime(at, { locale: 'en', timeZone });
  let from = Math.max(span.start, startOfDay(date, timeZone));
  // The second turn of a repeated hour reads like the first: begin after it, never too early.
  while (from < span.end && instantOf(date, wallTime(from), timeZone) < from) from += 60_000;
  const range = { start: wallTime(from), end: wallTime(span.end), capacity };
  return range.start < range.end ? range : null;
}

/** Ranges in order without an overlap, those of one capacity that touch in one. */
function joined(ranges: readonly OverrideRange[]): OverrideRange[] {
  const widestFirst = ranges.toSorted((one, other) => seatsOf(other) - seatsOf(one));
  const apart: OverrideRange[] = [];
  for (const range of widestFirst) {
    apart.push(...without(range, apart));
    apart.sort(byStart);
  }
  const all: OverrideRange[] = [];
  for (const range of apart) {
    const last = all.at(-1);
    if (last?.capacity === range.capacity && last.end === range.start) last.end = range.end;
    else all.push({ ...range });
  }
  return all;
}

function seatsOf({ capacity }: OverrideRange): number {
  return capacity ?? mostSeats + 1;
}

/** What is left of a range outside others, which are in order and apart. */
function without(range: OverrideRange, others: readonly OverrideRange[]): OverrideRange[] {
  const rest: OverrideRange[] = [];
  let { start } = range;
  for (const other of others) {
    if (other.end <= start || other.start >= range.end) continue;
    if (other.start > start) rest.push({ ...range, start, end: other.start });
    start = other.end;
  }
  if (start < range.end) rest.push({ ...range, start });
  return rest;
}

function byStart(one: OverrideRange, other: OverrideRange): number {
  return one.start < other.start ? -1 : 1;
}

function isSame(one: readonly OverrideRange[], other: readonly OverrideRange[]): boolean {
  return JSON.stringify(one.map(parts)) === JSON.stringify(other.map(parts));
}

function parts({ start, end, capacity }: OverrideRange) {
  return [start, end, capacity];
}
