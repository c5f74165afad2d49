import ICAL from 'ical.js';
import type { ReadFailure } from '@/domain/external-calendars';
import type { Interval } from '@/domain/schedules';
import { meets } from '@/lib/scheduling';
import { type BusyEvent, plainLine } from '../schema';
import { type EventTimes, timesOf, wallTimesIn, withWallEnd } from './event-times';
import { type ClockOf, clocksOf, timeAt, type WallTime, wallTimeOf } from './wall-clocks';

/** Events with time in the window; a person has a tenth of that. */
const mostEvents = 5000;
/** Occurrences that are counted through, most of them long past. */
const mostSteps = 200_000;
const mostSummaryLetters = 200;
const dayMs = 86_400_000;

export type CalendarReading =
  | { ok: true; events: BusyEvent[]; name: string; skipped: number }
  | { ok: false; failure: ReadFailure };

interface Reading {
  /** The zone of days and of times that have none. */
  timeZone: string;
  /** Only what meets this stretch is kept: epoch milliseconds. */
  window: Interval;
  /** Events whose UIDs end in it were written by this site, which knows about them. */
  ownHost: string;
}

class TooMuch extends Error {}

/**
 * The times at which an iCalendar file (RFC 5545) says that its owner is busy: of its events, each
 * occurrence by itself, those that are neither cancelled nor transparent. An event that makes no sense
 * is counted and passed over; a file that makes none is a failure, never an empty calendar.
 *
 * A rule may be written so that ical.js looks for its next occurrence for ever: call it where it can
 * be stopped.
 */
export function readCalendar(text: string, reading: Reading): CalendarReading {
  const calendars = parse(text);
  if (!calendars) return { ok: false, failure: 'not_a_calendar' };
  const events: BusyEvent[] = [];
  const steps = { left: mostSteps };
  let skipped = 0;
  let understood = 0;
  for (const calendar of calendars) {
    const clockOf = clocksOf(calendar, reading.timeZone);
    const expanding = { ...reading, clockOf, steps };
    const parts = [
      ...seriesOf(calendar).map((series) => () => occurrencesOf(series, expanding)),
      ...calendar.getAllSubcomponents('vfreebusy').map((part) => () => busyPeriods(part, reading)),
    ];
    for (const read of parts) {
      try {
        events.push(...read());
        if (events.length > mostEvents) throw new TooMuch();
        understood += 1;
      } catch (error) {
        if (error instanceof TooMuch) return { ok: false, failure: 'too_big' };
        skipped += 1;
      }
    }
  }
  if (skipped > 0 && understood === 0) return { ok: false, failure: 'not_a_calendar' };
  const name = calendars[0]?.getFirstPropertyValue('x-wr-calname');
  return { ok: true, events, name: typeof name === 'string' ? name : '', skipped };
}

/** Null when the text is not one or more whole calendars. */
function parse(text: string): ICAL.Component[] | null {
  let parsed: unknown[];
  try {
    parsed = ICAL.parse(text.trim()) as unknown[];
  } catch {
    // ical.js throws whatever it stumbles over.
    return null;
  }
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
    (calendar) => new ICAL.Component(calendar as ConstructorParameters<typeof ICAL.Component>[0]),
  );
  const isCalendar = calendars.length > 0 && calendars.every(({ name }) => name === 'vcalendar');
  return isCalendar ? calendars : null;
}

/** The events of one UID: those with rules of their own, and what replaces single occurrences. */
interface Series {
  masters: ICAL.Component[];
  replacements: ICAL.Component[];
}

function seriesOf(calendar: ICAL.Component): Series[] {
  const byUid = new Map<unknown, Series>();
  for (const event of calendar.getAllSubcomponents('vevent')) {
    // Without a UID, which it must have, an event is a series by itself.
    const uid = event.getFirstPropertyValue('uid') ?? event;
    const series = byUid.get(uid) ?? { masters: [], replacements: [] };
    byUid.set(uid, series);
    (event.hasProperty('recurrence-id') ? series.replacements : series.masters).push(event);
  }
  return [...byUid.values()];
}

interface Expanding extends Reading {
  clockOf: ClockOf;
  steps: { left: number };
}

function occurrencesOf({ masters, replacements }: Series, expanding: Expanding): BusyEvent[] {
  const { window, clockOf, ownHost } = expanding;
  const isOurs = [...masters, ...replacements].some((event) =>
    String(event.getFirstPropertyValue('uid')).endsWith(`@${ownHost}`),
  );
  if (isOurs) return [];
  const single = replacements.flatMap((event) => {
    const times = timesOf(event, clockOf);
    return times ? spansAt([times.start], { event, times, window }) : [];
  });
  return [...masters.flatMap((event) => ofMaster(event, replacements, expanding)), ...single];
}

function ofMaster(
  event: ICAL.Component,
  replacements: readonly ICAL.Component[],
  expanding: Expanding,
): BusyEvent[] {
  const { window, clockOf } = expanding;
  const times = timesOf(event, clockOf);
  if (!times) return [];
  const asked = { times, clockOf };
  const excluded = wallTimesIn(event, 'exdate', asked);
  const replaced = replacements.map((replacement) => ({
    replacement,
    at: wallTimesIn(replacement, 'recurrence-id', asked),
  }));
  const starts = startsOf(event, { ...expanding, times }).filter(
    (wall) => !excluded.has(wall) && !replaced.some(({ at }) => at.has(wall)),
  );
  const changes = replaced
    .filter(({ replacement }) => isForFuture(replacement))
    .flatMap(({ replacement, at }) => {
      const changed = timesOf(replacement, clockOf);
      return changed ? [...at.exact].map((from) => ({ replacement, changed, from })) : [];
    })
    .toSorted((one, other) => other.from - one.from);
  return starts.flatMap((wall) => {
    const change = changes.find(({ from }) => from <= wall);
    if (!change) return spansAt([wall], { event, times, window });
    const { replacement, changed, from } = change;
    const moved = wall + changed.start - from;
    return spansAt([moved], { event: replacement, times: changed, window });
  });
}

/** RFC 5545, 3.2.13: what replaces an occurrence changes all that follow, too. */
function isForFuture(replacement: ICAL.Component): boolean {
  const range: unknown = replacement.getFirstProperty('recurrence-id')?.getParameter('range');
  return range === 'THISANDFUTURE';
}

/** When the occurrences of a series begin that may meet the window, without its exceptions. */
function startsOf(
  event: ICAL.Component,
  { times, window, clockOf, steps }: Expanding & { times: EventTimes },
): WallTime[] {
  const starts = new Set<WallTime>();
  const add = (wall: WallTime) => {
    if (isNear(wall, times, window)) starts.add(wall);
    if (starts.size > mostEvents) throw new TooMuch();
  };
  add(times.start);
  for (const property of event.getAllProperties('rdate')) {
    for (const value of property.getValues() as unknown[]) {
      const time = value instanceof ICAL.Period ? value.start : value;
      if (!(time instanceof ICAL.Time)) throw new Error('no time in rdate');
      const clock = clockOf(property, time);
      const wall = wallTimeOf(time);
      add(clock === times.clock ? wall : times.clock.toWall(clock.toInstant(wall)));
    }
  }
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new Error('no rule in rrule');
    const occurrences = withWallEnd(rule, times).iterator(timeAt(times.start));
    for (let next = occurrences.next() as ICAL.Time | null; next; next = occurrences.next()) {
      steps.left -= 1;
      if (steps.left < 0) throw new TooMuch();
      // It is of no zone, as the iterator's start was: what it shows is what UTC shows.
      const wall = next.toUnixTime() * 1000;
      if (wall > window.end + 2 * dayMs) break;
      add(wall);
    }
  }
  return [...starts];
}

/** Whether it may meet the window in some zone: cheap, and before anything is converted. */
function isNear(wall: WallTime, { mostMs }: EventTimes, window: Interval): boolean {
  return wall < window.end + 2 * dayMs && wall + mostMs > window.start - 2 * dayMs;
}

function spansAt(
  starts: readonly WallTime[],
  { event, times, window }: { event: ICAL.Component; times: EventTimes; window: Interval },
): BusyEvent[] {
  if (!takesTime(event)) return [];
  const summary = event.getFirstPropertyValue('summary');
  const shown = plainLine(typeof summary === 'string' ? summary : '', mostSummaryLetters);
  return starts
    .filter((wall) => isNear(wall, times, window))
    .map((wall) => ({ start: times.clock.toInstant(wall), end: times.endOf(wall), summary: shown }))
    .filter((busy) => meets(busy, window));
}

/** Cancelled and transparent events take none, nor do those that Outlook has as free. */
function takesTime(event: ICAL.Component): boolean {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    word('status') !== 'CANCELLED' &&
    word('transp') !== 'TRANSPARENT' &&
    word('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

/** What calendars say that show only when somebody is busy (VFREEBUSY); its times are UTC. */
function busyPeriods(component: ICAL.Component, { window }: Reading): BusyEvent[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => String(property.getParameter('fbtype') ?? '').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues() as unknown[])
    .filter((value) => value instanceof ICAL.Period)
    .map((period) => ({
      start: wallTimeOf(period.start),
      end: wallTimeOf(period.getEnd()),
      summary: '',
    }))
    .filter((busy) => meets(busy, window));
}
