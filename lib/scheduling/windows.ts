import type { Interval } from '@/domain/schedules';
import { DAY } from './iso';
import type { SlotQuery, WeeklyRule } from './query';
import { WallClock } from './zone-offsets';
import type { Zone } from './zones';

/** A window on one local date, as instants: what a grid of slots starts from. */
export interface Window {
  start: number;
  end: number;
  capacity: number;
}

/**
 * The windows that lie at least partly in [from, to), overrides applied, merged by local date, zone
 * and capacity, in order of their starts. They are whole: never cut to [from, to).
 */
export function openWindows(query: SlotQuery, from: number, to: number): Window[] {
  const windows: Window[] = [];
  const mentorRules = rulesByWeekday(query, query.zone.name);
  collect(windows, localDates(query.zone, from, to), mentorRules, query.overrides, []);

  const otherZones = new Map<string, Zone>();
  for (const { zone } of query.weekly) {
    if (zone.name !== query.zone.name) otherZones.set(zone.name, zone);
  }
  if (otherZones.size > 0) {
    const overridden = overriddenTime(query, from, to);
    for (const zone of otherZones.values()) {
      const rules = rulesByWeekday(query, zone.name);
      collect(windows, localDates(zone, from, to), rules, NO_OVERRIDES, overridden);
    }
  }

  sortWindows(windows, (one, other) => one.start - other.start);
  return windows.filter((window) => window.end > from && window.start < to);
}

/** Sorts in place. Windows are nearly always in order already, and looking is cheaper than sorting. */
function sortWindows(windows: Window[], compare: (one: Window, other: Window) => number): void {
  let last: Window | undefined;
  for (const window of windows) {
    if (last !== undefined && compare(last, window) > 0) {
      windows.sort(compare);
      return;
    }
    last = window;
  }
}

const NO_OVERRIDES: SlotQuery['overrides'] = new Map();

/** A run of local dates (days since 1970-01-01, both inclusive) and their zone's clock. */
interface LocalDates {
  readonly first: number;
  readonly last: number;
  readonly clock: WallClock;
}

/**
 * The local dates of a zone that instants in [from, to) may fall on, and one more on each side: where
 * the clock changes over midnight, a window of the date before or after may reach in.
 */
function localDates(zone: Zone, from: number, to: number): LocalDates {
  // One day for the rounding to a date, one for the date added, one that the clock asks for.
  const spans = zone.offsets.spans(from - 3 * DAY, to + 3 * DAY);
  const offsetAt = (instant: number) => spans.find((span) => instant < span.until)?.offset ?? 0;
  return {
    first: Math.floor((from + offsetAt(from)) / DAY) - 1,
    last: Math.floor((to + offsetAt(to)) / DAY) + 1,
    clock: new WallClock(spans),
  };
}

/** A zone's rules by ISO weekday; the place 0 stays empty. */
function rulesByWeekday(query: SlotQuery, zoneName: string): readonly (readonly WeeklyRule[])[] {
  const byWeekday: WeeklyRule[][] = Array.from({ length: 8 }, () => []);
  for (const rule of query.weekly) {
    if (rule.zone.name !== zoneName) continue;
    byWeekday.forEach((rules, weekday) => {
      if (rule.days.includes(weekday)) rules.push(rule);
    });
  }
  return byWeekday;
}

/** 1970-01-01 was a Thursday. */
function isoWeekday(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The time of the mentor's dates that have an override, in order. */
function overriddenTime(query: SlotQuery, from: number, to: number): Interval[] {
  const { first, last, clock } = localDates(query.zone, from - DAY, to + DAY);
  return [...query.overrides.keys()]
    .filter((day) => day >= first && day <= last)
    .toSorted((one, other) => one - other)
    .map((day) => {
      clock.moveTo(day * DAY);
      return { start: clock.instantOf(day * DAY), end: clock.instantOf((day + 1) * DAY) };
    });
}

/** Adds the windows of one zone, date by date. */
function collect(
  windows: Window[],
  { first, last, clock }: LocalDates,
  rules: readonly (readonly WeeklyRule[])[],
  overrides: SlotQuery['overrides'],
  overridden: readonly Interval[],
): void {
  let firstOverridden = 0;
  for (let day = first; day <= last; day++) {
    const ranges = overrides.get(day) ?? rules[isoWeekday(day)];
    if (ranges === undefined || ranges.length === 0) continue;

    const midnight = day * DAY;
    clock.moveTo(midnight);
    const dayStart = clock.instantOf(midnight);
    // A zone that moved across the date line skipped this date whole (Apia, 30 December 2011).
    if (clock.instantOf(midnight + DAY) <= dayStart) continue;

    while ((overridden[firstOverridden]?.end ?? Infinity) <= dayStart) firstOverridden++;
    const ofDate: Window[] = [];
    for (const range of ranges) {
      if (day < range.firstDay || day > range.lastDay) continue;
      const start = clock.instantOf(midnight + range.start);
      const end = clock.instantOf(midnight + range.end);
      const window = { start, end, capacity: range.capacity };
      addWithout(ofDate, window, overridden, firstOverridden);
    }
    addMerged(windows, ofDate);
  }
}

/**
 * Adds what is left of a window outside some intervals, which come in order, those before the index
 * `at` already past. A window that does not end after its start leaves nothing.
 */
function addWithout(
  windows: Window[],
  { start, end, capacity }: Window,
  removed: readonly Interval[],
  at: number,
): void {
  let rest = start;
  for (let index = at; rest < end; index++) {
    const next = removed[index];
    const until = next === undefined ? end : Math.min(next.start, end);
    if (until > rest) windows.push({ start: rest, end: until, capacity });
    if (next === undefined) return;
    rest = Math.max(rest, next.end);
  }
}

/** Adds the windows of one date and zone, joining those of one capacity that overlap or touch. */
function addMerged(windows: Window[], ofDate: Window[]): void {
  sortWindows(ofDate, (one, other) => one.capacity - other.capacity || one.start - other.start);
  let open: Window | undefined;
  for (const window of ofDate) {
    if (open?.capacity === window.capacity && window.start <= open.end) {
      open.end = Math.max(open.end, window.end);
    } else {
      open = window;
      windows.push(open);
    }
  }
}
