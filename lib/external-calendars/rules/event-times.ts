import ICAL from 'ical.js';
import { type Clocks, utcClock, type WallClock, type WallTime, wallTimeOf } from './wall-clocks';

const dayMs = 86_400_000;

/** When an event takes place, as its own properties say. */
export interface EventTimes {
  start: WallTime;
  isDate: boolean;
  clock: WallClock;
  /** When an occurrence that begins at this wall time ends: epoch milliseconds. */
  endOf: (start: WallTime) => number;
  /** No occurrence is longer: milliseconds. */
  mostMs: number;
}

/** Null when the event has no start, and so no time. */
export function timesOf(event: ICAL.Component, clocks: Clocks): EventTimes | null {
  const property = event.getFirstProperty('dtstart');
  if (!property) return null;
  const time = timeIn(property);
  const start = wallTimeOf(time);
  const isDate = time.isDate || isWholeDays(event, start);
  const clock = isDate ? clocks.own : clocks.of(property, time);
  return { start, isDate, clock, ...lengthOf(event, { start, isDate, clock, clocks }) };
}

/** Outlook writes whole days as midnight to midnight, and marks them. */
function isWholeDays(event: ICAL.Component, start: WallTime): boolean {
  const mark = String(event.getFirstPropertyValue('x-microsoft-cdo-alldayevent') ?? '');
  const end: unknown = event.getFirstPropertyValue('dtend');
  return (
    mark.toUpperCase() === 'TRUE' &&
    end instanceof ICAL.Time &&
    mod(start, dayMs) === 0 &&
    mod(wallTimeOf(end), dayMs) === 0
  );
}

function lengthOf(
  event: ICAL.Component,
  {
    start,
    isDate,
    clock,
    clocks,
  }: { start: WallTime; isDate: boolean; clock: WallClock; clocks: Clocks },
): Pick<EventTimes, 'endOf' | 'mostMs'> {
  const endProperty = event.getFirstProperty('dtend');
  if (endProperty) {
    const endTime = timeIn(endProperty);
    const end = wallTimeOf(endTime);
    if (isDate) {
      // A last day in the place of the one after it is meant as that day.
      const lengthMs = Math.max(end - start, dayMs);
      return { mostMs: lengthMs + 2 * dayMs, endOf: (wall) => clock.toInstant(wall + lengthMs) };
    }
    const mostMs = end - start + 2 * dayMs;
    // RFC 5545, 3.8.5.3: with an end, occurrences have the same exact length …
    const endClock = clocks.of(endProperty, endTime);
    const exactMs = () => endClock.toInstant(end) - clock.toInstant(start);
    return { mostMs, endOf: (wall) => clock.toInstant(wall) + exactMs() };
  }
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) {
    // … with a duration the same nominal one: days by the clock on the wall, hours exactly.
    const nominalMs = (duration.weeks * 7 + duration.days) * dayMs;
    const exactMs = (duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000;
    if (duration.isNegative) return { mostMs: 0, endOf: (wall) => clock.toInstant(wall) };
    return {
      mostMs: nominalMs + exactMs + 2 * dayMs,
      endOf: (wall) => clock.toInstant(wall + nominalMs) + exactMs,
    };
  }
  // 3.6.1: without either a day lasts a day, and a moment has no length.
  const lengthMs = isDate ? dayMs : 0;
  return { mostMs: lengthMs + 2 * dayMs, endOf: (wall) => clock.toInstant(wall + lengthMs) };
}

/** @throws Error when the property has no time */
export function timeIn(property: ICAL.Property): ICAL.Time {
  const value = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new Error(`no time in ${property.name}`);
  return value;
}

/** The other names of a series' occurrences: exact wall times of its clock, or whole dates. */
export function wallTimesIn(
  event: ICAL.Component,
  name: 'exdate' | 'recurrence-id',
  { times, clocks }: { times: EventTimes; clocks: Clocks },
) {
  const exact = new Set<WallTime>();
  const dates = new Set<WallTime>();
  for (const property of event.getAllProperties(name)) {
    for (const value of property.getValues() as unknown[]) {
      if (!(value instanceof ICAL.Time)) throw new Error(`no time in ${name}`);
      if (value.isDate && !times.isDate) dates.add(wallTimeOf(value));
      else exact.add(wallTimeIn(times, { property, value, clocks }));
    }
  }
  return { has: (wall: WallTime) => exact.has(wall) || dates.has(wall - mod(wall, dayMs)), exact };
}

function wallTimeIn(
  times: EventTimes,
  { property, value, clocks }: { property: ICAL.Property; value: ICAL.Time; clocks: Clocks },
): WallTime {
  const wall = wallTimeOf(value);
  if (value.isDate) return wall;
  const isOfNoZone =
    value.zone !== ICAL.Timezone.utcTimezone && property.getParameter('tzid') === undefined;
  // A time of no zone is meant as one of its series'.
  const clock = isOfNoZone ? times.clock : clocks.of(property, value);
  const own = clock === times.clock ? wall : times.clock.toWall(clock.toInstant(wall));
  return times.isDate ? own - mod(own, dayMs) : own;
}

/** The last wall time of its series that a rule may give; null where it does not say. */
export function wallEndOf({ until }: ICAL.Recur, times: EventTimes): WallTime | null {
  if (!until) return null;
  const shown = wallTimeOf(until);
  const isUtc = !until.isDate && until.zone === ICAL.Timezone.utcTimezone;
  const wall = isUtc ? times.clock.toWall(utcClock.toInstant(shown)) : shown;
  // The date is the last one; many programs write no more than that.
  return until.isDate || times.isDate ? wall - mod(wall, dayMs) + dayMs - 1000 : wall;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
