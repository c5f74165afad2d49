import ICAL from 'ical.js';
import {
  type ClockOf,
  timeAt,
  utcClock,
  type WallClock,
  type WallTime,
  wallTimeOf,
} from './wall-clocks';

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
export function timesOf(event: ICAL.Component, clockOf: ClockOf): EventTimes | null {
  const property = event.getFirstProperty('dtstart');
  if (!property) return null;
  const time = timeIn(property);
  const clock = clockOf(property, time);
  const start = wallTimeOf(time);
  return { start, isDate: time.isDate, clock, ...lengthOf(event, { start, time, clock, clockOf }) };
}

function lengthOf(
  event: ICAL.Component,
  {
    start,
    time,
    clock,
    clockOf,
  }: { start: WallTime; time: ICAL.Time; clock: WallClock; clockOf: ClockOf },
): Pick<EventTimes, 'endOf' | 'mostMs'> {
  const endProperty = event.getFirstProperty('dtend');
  if (endProperty) {
    const endTime = timeIn(endProperty);
    const end = wallTimeOf(endTime);
    const mostMs = end - start + 2 * dayMs;
    if (time.isDate) return { mostMs, endOf: (wall) => clock.toInstant(wall + end - start) };
    // RFC 5545, 3.8.5.3: with an end, occurrences have the same exact length …
    const endClock = clockOf(endProperty, endTime);
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
  const lengthMs = time.isDate ? dayMs : 0;
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
  { times, clockOf }: { times: EventTimes; clockOf: ClockOf },
) {
  const exact = new Set<WallTime>();
  const dates = new Set<WallTime>();
  for (const property of event.getAllProperties(name)) {
    for (const value of property.getValues() as unknown[]) {
      if (!(value instanceof ICAL.Time)) throw new Error(`no time in ${name}`);
      if (value.isDate && !times.isDate) dates.add(wallTimeOf(value));
      else exact.add(wallTimeIn(times, { value, clock: clockOf(property, value) }));
    }
  }
  return { has: (wall: WallTime) => exact.has(wall) || dates.has(wall - mod(wall, dayMs)), exact };
}

function wallTimeIn(
  times: EventTimes,
  { value, clock }: { value: ICAL.Time; clock: WallClock },
): WallTime {
  const wall = wallTimeOf(value);
  if (times.isDate) return wall - mod(wall, dayMs);
  return clock === times.clock ? wall : times.clock.toWall(clock.toInstant(wall));
}

/** A rule's end in the wall time of its series, so that it can be compared without any zone. */
export function withWallEnd(rule: ICAL.Recur, times: EventTimes): ICAL.Recur {
  const { until } = rule;
  if (!until) return rule;
  const local = rule.clone();
  const wall = wallTimeOf(until);
  if (until.isDate || times.isDate) {
    // The date is the last one; many programs write no more than that.
    local.until = timeAt(wall - mod(wall, dayMs) + dayMs - 1000);
  } else if (until.zone === ICAL.Timezone.utcTimezone) {
    local.until = timeAt(times.clock.toWall(utcClock.toInstant(wall)));
  } else {
    local.until = timeAt(wall);
  }
  return local;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
