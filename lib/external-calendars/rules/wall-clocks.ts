import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { zoneNamed } from './zone-names';

/**
 * A wall time as a number: the epoch milliseconds at which UTC's clocks show it. Recurrences are worked
 * out on these, and become instants last, since what recurs is what the clock on the wall shows.
 */
export type WallTime = number;

/** The clocks of one zone. */
export interface WallClock {
  toInstant: (wall: WallTime) => number;
  toWall: (instant: number) => WallTime;
}

/** From what one zone's clocks show at an instant to the instant at which another's show it. */
const between = (from: string, to: string) => (time: number) =>
  Temporal.Instant.fromEpochMilliseconds(time)
    .toZonedDateTimeISO(from)
    .toPlainDateTime()
    .toZonedDateTime(to).epochMilliseconds;

/** The clock of a zone by its IANA name; gaps and folds by Temporal's `compatible` rule. */
export function clockOf(timeZone: string): WallClock {
  return { toInstant: between('UTC', timeZone), toWall: between(timeZone, 'UTC') };
}

export const utcClock: WallClock = { toInstant: (wall) => wall, toWall: (instant) => instant };

/** The clock of no zone, which always shows so much later than UTC. */
function fixedClock(offsetMinutes: number): WallClock {
  const offsetMs = offsetMinutes * 60_000;
  return { toInstant: (wall) => wall - offsetMs, toWall: (instant) => instant + offsetMs };
}

/** A description is worked out up to the year that is asked for: all of it, that is, by any of these. */
const timeOfToday: WallTime = Date.UTC(2027, 0, 1);

/** Before anything that anybody books. */
const longAgo = new ICAL.Time(
  { year: 1601, month: 1, day: 1, hour: 0, minute: 0, second: 0, isDate: false },
  ICAL.Timezone.localTimezone,
);

/**
 * The clock that a file itself describes (VTIMEZONE, RFC 5545 section 3.6.5). Some programs leave out
 * since when it has been so: it has always been. Null where the description makes no sense.
 */
function describedClock(component: ICAL.Component): WallClock | null {
  for (const part of component.getAllSubcomponents()) {
    if (!part.hasProperty('dtstart')) {
      part.addPropertyWithValue('dtstart', longAgo);
    }
  }
  const zone = new ICAL.Timezone(component);
  const offsetMs = (wall: WallTime) => zone.utcOffset(timeAt(wall)) * 1000;
  try {
    offsetMs(timeOfToday);
  } catch {
    return null;
  }
  return {
    toInstant: (wall) => wall - offsetMs(wall),
    // The offset is looked up by wall time, so the first guess is put right once.
    toWall: (instant) => instant + offsetMs(instant + offsetMs(instant)),
  };
}

/** What a time in a file shows on the wall, in whichever zone it is. */
export function wallTimeOf({ year, month, day, hour, minute, second, isDate }: ICAL.Time) {
  const shown = { year, month, day, hour, minute, second, isDate };
  return new ICAL.Time(shown, ICAL.Timezone.localTimezone).toUnixTime() * 1000;
}

/** A wall time as ical.js has it, of no zone. */
export function timeAt(wall: WallTime): ICAL.Time {
  const shown = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC');
  const { year, month, day, hour, minute, second } = shown;
  return new ICAL.Time(
    { year, month, day, hour, minute, second, isDate: false },
    ICAL.Timezone.localTimezone,
  );
}

/** The clock of one property's time, and what nobody could explain. */
export interface Clocks {
  of: (property: ICAL.Property, time: ICAL.Time) => WallClock;
  /** Of times and days of no zone, and of unknown zones: the mentor's. */
  own: WallClock;
  /** Whether the property's own zone is one that nobody knows; its name, else null. */
  unknownZone: (property: ICAL.Property) => string | null;
}

/**
 * The clocks of a file's properties. A name that the world knows is read by the world's rules, which
 * are newer than most files', unless it means an offset that never changes and the file describes more;
 * another by the file's own description; and one that nobody explains, like times and days of no zone,
 * by the mentor's.
 */
export function clocksOf(calendar: ICAL.Component, mentorTimeZone: string): Clocks {
  const own = clockOf(mentorTimeZone);
  const described = new Map<string, ICAL.Component>();
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    described.set(String(component.getFirstPropertyValue('tzid')), component);
  }
  const known = new Map<string, WallClock | null>();
  const named = (tzid: string): WallClock | null => {
    const zone = zoneNamed(tzid);
    if (zone && 'timeZone' in zone && !zone.isFixed) return clockOf(zone.timeZone);
    const component = described.get(tzid);
    const clock = component ? describedClock(component) : null;
    if (clock) return clock;
    if (!zone) return null;
    return 'timeZone' in zone ? clockOf(zone.timeZone) : fixedClock(zone.offsetMinutes);
  };
  const find = (tzid: string): WallClock | null => {
    const found = known.get(tzid);
    if (found !== undefined) return found;
    const clock = named(tzid);
    known.set(tzid, clock);
    return clock;
  };
  return {
    own,
    of: (property, time) => {
      if (time.isDate) return own;
      if (time.zone === ICAL.Timezone.utcTimezone) return utcClock;
      const tzid = tzidOf(property);
      return tzid === null ? own : (find(tzid) ?? own);
    },
    unknownZone: (property) => {
      const tzid = tzidOf(property);
      return tzid !== null && find(tzid) === null ? tzid : null;
    },
  };
}

function tzidOf(property: ICAL.Property): string | null {
  const tzid: unknown = property.getParameter('tzid');
  return typeof tzid === 'string' && tzid !== '' ? tzid : null;
}
