import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '@/kernel/time/zone-names';

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

/** The clock that a file itself describes (VTIMEZONE, RFC 5545 section 3.6.5). */
function describedClock(component: ICAL.Component): WallClock {
  const zone = new ICAL.Timezone(component);
  const offsetMs = (wall: WallTime) => zone.utcOffset(timeAt(wall)) * 1000;
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

/**
 * The clocks of a file's properties. A name that the world knows is read by the world's rules, which
 * are newer than most files'; another by the file's own description; and one that nobody explains, like
 * times and days of no zone, by the mentor's.
 */
export function clocksOf(calendar: ICAL.Component, mentorTimeZone: string) {
  const own = clockOf(mentorTimeZone);
  const described = new Map<string, ICAL.Component>();
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    described.set(String(component.getFirstPropertyValue('tzid')), component);
  }
  const known = new Map<string, WallClock>();
  const named = (tzid: string): WallClock => {
    // Some programs write "/example.org/Europe/Paris".
    const name = tzid.replace(/^\/[^/]+\//, '');
    if (isTimeZone(name)) return clockOf(name);
    const component = described.get(tzid);
    return component ? describedClock(component) : own;
  };
  return (property: ICAL.Property, time: ICAL.Time): WallClock => {
    if (time.isDate) return own;
    if (time.zone === ICAL.Timezone.utcTimezone) return utcClock;
    const tzid: unknown = property.getParameter('tzid');
    if (typeof tzid !== 'string' || tzid === '') return own;
    const clock = known.get(tzid) ?? named(tzid);
    known.set(tzid, clock);
    return clock;
  };
}

export type ClockOf = ReturnType<typeof clocksOf>;
