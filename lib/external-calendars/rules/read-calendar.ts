import ICAL from 'ical.js';
import type { ReadFailure, UnknownZone } from '@/domain/external-calendars';
import type { Interval } from '@/domain/schedules';
import { meets } from '@/lib/scheduling';
import { type BusyEvent, shortLine } from '../schema';
import { type EventTimes, timesOf, wallEndOf, wallTimesIn } from './event-times';
import { parseCalendars } from './parse-calendars';
import { eachStart } from './recurrence';
import { type Series, seriesOf } from './series';
import { isOursByUid, takesTime } from './which-count';
import { type Clocks, clocksOf, type WallTime, wallTimeOf } from './wall-clocks';

/** Events with time in the window; a person has a tenth of that. */
const mostEvents = 5000;
/** Occurrences that are counted through, most of them long past. */
const mostSteps = 200_000;
const mostSummaryLetters = 200;
const mostZoneLetters = 100;
const dayMs = 86_400_000;
/** Zones that nobody knows, and events of each, that are named. */
const mostNamed = 5;

export type CalendarReading =
  | {
      ok: true;
      events: BusyEvent[];
      name: string;
      /** Parts that make no sense, or not all of which do. */
      skipped: number;
      /** Lines that are none of a calendar's. */
      droppedLines: number;
      unknownZones: UnknownZone[];
    }
  | { ok: false; failure: ReadFailure };

interface Reading {
  /** The zone of days and of times that have none. */
  timeZone: string;
  /** Only what meets this stretch is kept: epoch milliseconds. */
  window: Interval;
  /** Events whose UIDs end in it were written by this site, which knows about them. */
  ownHost: string;
  /** Addresses in lower case that the calendar belongs to: what they have declined is free. */
  owners: readonly string[];
}

class TooMuch extends Error {}

/**
 * The times at which an iCalendar file (RFC 5545) says that its owner is busy: of its events, each
 * occurrence by itself, those that are neither cancelled, declined nor transparent. What makes no sense
 * is counted and passed over; a file that makes none is a failure, never an empty calendar.
 *
 * A rule may be written so that its next occurrence is looked for very long: call it where it can be
 * stopped.
 */
export function readCalendar(text: string, reading: Reading): CalendarReading {
  const { calendars, unreadable, droppedLines } = parseCalendars(text);
  const [first] = calendars;
  if (!first) return { ok: false, failure: 'not_a_calendar' };
  const events: BusyEvent[] = [];
  const steps = { left: mostSteps };
  const faults = { count: 0 };
  const unknown = new Map<string, Set<string>>();
  const owners = ownersOf(first, reading.owners);
  let skipped = unreadable;
  let understood = 0;
  for (const calendar of calendars) {
    const clocks = clocksOf(calendar, reading.timeZone);
    const { all, broken } = seriesOf(calendar);
    skipped += broken;
    const expanding = { ...reading, owners, clocks, steps, faults };
    const parts = [
      ...all.map((series) => () => occurrencesOf(series, expanding)),
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
    noteUnknownZones(calendar, clocks, unknown);
  }
  skipped += faults.count;
  if (skipped > 0 && understood === 0) return { ok: false, failure: 'not_a_calendar' };
  const name = first.getFirstPropertyValue('x-wr-calname');
  const unknownZones = [...unknown].map(([zone, titles]) => ({ name: zone, events: [...titles] }));
  return {
    ok: true,
    events,
    name: typeof name === 'string' ? name : '',
    skipped,
    droppedLines,
    unknownZones,
  };
}

/** Google names a person's own calendar by its address. */
function ownersOf(calendar: ICAL.Component, owners: readonly string[]): readonly string[] {
  const name = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '').toLowerCase();
  return /^\S+@\S+$/.test(name) ? [...owners, name] : owners;
}

function noteUnknownZones(
  calendar: ICAL.Component,
  clocks: Clocks,
  unknown: Map<string, Set<string>>,
): void {
  for (const event of calendar.getAllSubcomponents('vevent')) {
    for (const name of ['dtstart', 'dtend']) {
      const property = event.getFirstProperty(name);
      const zone = property && shortLine(clocks.unknownZone(property) ?? '', mostZoneLetters);
      if (!zone) continue;
      const titles = unknown.get(zone) ?? new Set();
      if (!unknown.has(zone) && unknown.size < mostNamed) unknown.set(zone, titles);
      if (titles.size < mostNamed) titles.add(titleOf(event));
    }
  }
}

interface Expanding extends Reading {
  clocks: Clocks;
  steps: { left: number };
  /** Rules that nobody can follow: the first time of their events is taken, and no other is known. */
  faults: { count: number };
}

/** An occurrence by the wall; `endMs` where it says its own end: epoch milliseconds. */
interface Start {
  wall: WallTime;
  endMs?: number;
}

function occurrencesOf({ masters, replacements }: Series, expanding: Expanding): BusyEvent[] {
  const { clocks, ownHost } = expanding;
  if ([...masters, ...replacements].some((event) => isOursByUid(event, ownHost))) return [];
  const single = replacements.flatMap((event) => {
    const times = timesOf(event, clocks);
    return times ? spansAt([{ wall: times.start }], { event, times, expanding }) : [];
  });
  return [...masters.flatMap((event) => ofMaster(event, replacements, expanding)), ...single];
}

function ofMaster(
  event: ICAL.Component,
  replacements: readonly ICAL.Component[],
  expanding: Expanding,
): BusyEvent[] {
  const { clocks } = expanding;
  const times = timesOf(event, clocks);
  if (!times) return [];
  const asked = { times, clocks };
  const excluded = wallTimesIn(event, 'exdate', asked);
  const replaced = replacements.map((replacement) => ({
    replacement,
    at: wallTimesIn(replacement, 'recurrence-id', asked),
  }));
  const starts = startsOf(event, { ...expanding, times }).filter(
    ({ wall }) => !excluded.has(wall) && !replaced.some(({ at }) => at.has(wall)),
  );
  const changes = replaced
    .filter(({ replacement }) => isForFuture(replacement))
    .flatMap(({ replacement, at }) => {
      const changed = timesOf(replacement, clocks);
      return changed ? [...at.exact].map((from) => ({ replacement, changed, from })) : [];
    })
    .toSorted((one, other) => other.from - one.from);
  return starts.flatMap((start) => {
    const change = changes.find(({ from }) => from <= start.wall);
    if (!change) return spansAt([start], { event, times, expanding });
    const { replacement, changed, from } = change;
    const moved = { wall: start.wall + changed.start - from };
    return spansAt([moved], { event: replacement, times: changed, expanding });
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
  { times, window, clocks, steps, faults }: Expanding & { times: EventTimes },
): Start[] {
  const starts = new Map<WallTime, Start>();
  const add = (start: Start) => {
    if (isNear(start, times, window)) starts.set(start.wall, start);
    if (starts.size > mostEvents) throw new TooMuch();
  };
  add({ wall: times.start });
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    try {
      if (!(rule instanceof ICAL.Recur)) throw new Error('no rule in rrule');
      const until = wallEndOf(rule, times);
      eachStart(rule, { start: times.start, until, last: window.end + 2 * dayMs }, (wall) => {
        steps.left -= 1;
        if (steps.left < 0) throw new TooMuch();
        add({ wall });
        return true;
      });
    } catch (error) {
      if (error instanceof TooMuch) throw error;
      faults.count += 1;
    }
  }
  for (const property of event.getAllProperties('rdate')) {
    for (const value of property.getValues() as unknown[]) {
      const time = value instanceof ICAL.Period ? value.start : value;
      if (!(time instanceof ICAL.Time)) throw new Error('no time in rdate');
      const clock = clocks.of(property, time);
      const shown = wallTimeOf(time);
      const wall = clock === times.clock ? shown : times.clock.toWall(clock.toInstant(shown));
      if (!(value instanceof ICAL.Period)) add({ wall });
      else add({ wall, endMs: clock.toInstant(wallTimeOf(value.getEnd())) });
    }
  }
  return [...starts.values()];
}

/** Whether it may meet the window in some zone: cheap, and before anything is converted. */
function isNear({ wall, endMs }: Start, { mostMs }: EventTimes, window: Interval): boolean {
  const latest = Math.max(wall + mostMs, endMs ?? 0);
  return wall < window.end + 2 * dayMs && latest > window.start - 2 * dayMs;
}

function spansAt(
  starts: readonly Start[],
  {
    event,
    times,
    expanding: { window, owners },
  }: { event: ICAL.Component; times: EventTimes; expanding: Expanding },
): BusyEvent[] {
  if (!takesTime(event, owners)) return [];
  const summary = titleOf(event);
  return starts
    .filter((start) => isNear(start, times, window))
    .map(({ wall, endMs }) => ({
      start: times.clock.toInstant(wall),
      end: endMs ?? times.endOf(wall),
      summary,
    }))
    .filter((busy) => meets(busy, window));
}

function titleOf(event: ICAL.Component): string {
  const summary = event.getFirstPropertyValue('summary');
  return shortLine(typeof summary === 'string' ? summary : '', mostSummaryLetters);
}

/** What calendars say that show only when somebody is busy (VFREEBUSY); its times are UTC. */
function busyPeriods(part: ICAL.Component, { window }: Reading): BusyEvent[] {
  return part
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
