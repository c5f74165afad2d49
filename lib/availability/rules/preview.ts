import {
  type BookingRules,
  type OverrideRange,
  seatLimit,
  type WindowDraft,
} from '@/domain/availability';
import type { WeeklyWindow, Schedule } from '@/domain/schedules';
import { instantOf, startOfDay } from '@/lib/scheduling';
import { addDays, type Day, knownDay } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import type { Offer } from '@/lib/slots/schema/schedule';
import { freeSlots } from '@/lib/slots/rules/free-slots';
import { windowProblems } from './window-problems';

/** What a mentor has typed and not yet saved; parts that are null are as saved. */
export interface AvailabilityDraft {
  windows: readonly WindowDraft[] | null;
  rules: BookingRules | null;
  /** Ranges null: these dates get their usual hours back. */
  dates: { dates: readonly Day[]; ranges: readonly OverrideRange[] | null } | null;
}

/** The schedule as it would be if the draft were saved; rows that could not be are left out. */
export function draftSchedule(saved: Schedule, draft: AvailabilityDraft): Schedule {
  const schedule = { ...saved, ...draft.rules };
  if (draft.windows) schedule.weekly = possibleWindows(draft.windows, schedule.timeZone);
  if (draft.dates && draft.dates.dates.length > 0) {
    const { dates, ranges } = draft.dates;
    const others = schedule.overrides.filter(({ date }) => !dates.includes(date));
    const hours = ranges?.map(({ capacity, ...range }) => ({ ...range, ...seatLimit(capacity) }));
    const changed = hours === undefined ? [] : dates.map((date) => ({ date, ranges: hours }));
    schedule.overrides = [...others, ...changed];
  }
  return schedule;
}

function possibleWindows(windows: readonly WindowDraft[], timeZone: string): WeeklyWindow[] {
  const flawed = new Set(windowProblems(windows, timeZone).map(({ row }) => row));
  return windows
    .filter((window, row) => window.active && !flawed.has(row))
    .map(({ timeZone: zone, firstOn, lastOn, days, start, end, capacity }) => ({
      days,
      start,
      end,
      ...seatLimit(capacity),
      ...(zone !== null && { timeZone: zone }),
      ...(firstOn !== null && { from: firstOn }),
      ...(lastOn !== null && { until: lastOn }),
    }));
}

/** A time that the mentor's windows begin a slot at; `seatsLeft` 0 is blocked. */
export interface PreviewTime {
  start: number;
  end: number;
  seatsLeft: number;
}

export interface PreviewDay {
  /** Of the mentor's zone. */
  day: Day;
  /** Ascending. */
  times: PreviewTime[];
}

/**
 * Days of a mentor's zone, from `first` on, with what visitors are offered on each and what they are
 * not: times that the windows would begin a slot at, were nothing in the way.
 */
export function previewDays(
  schedule: Schedule,
  offer: Offer,
  { now, first, days }: { now: number; first: Day; days: number },
): PreviewDay[] {
  const { timeZone } = schedule;
  const stretch = {
    from: startOfDay(first, timeZone),
    to: startOfDay(addDays(first, days), timeZone),
  };
  const bare = {
    ...schedule,
    minimumNoticeMinutes: 0,
    // Counted from the stretch's beginning: beyond its end.
    horizonDays: days + 1,
    maxSessionsPerDay: null,
    maxSessionsPerWeek: null,
    busy: [],
    sessions: [],
  };
  // As if the first day began now, so that times that have passed or are far ahead are there too.
  const early = { ...stretch, now: stretch.from - 1 };
  const blocked = [
    ...freeSlots(bare, offer, early),
    ...freeSlots({ ...bare, overrides: [] }, offer, early),
  ];
  const times = new Map<number, PreviewTime>();
  for (const { start, end } of blocked) times.set(start, { start, end, seatsLeft: 0 });
  for (const slot of freeSlots(schedule, offer, { ...stretch, now })) times.set(slot.start, slot);

  const byDay = new Map<Day, PreviewTime[]>();
  for (let index = 0; index < days; index += 1) byDay.set(addDays(first, index), []);
  for (const time of [...times.values()].toSorted((one, other) => one.start - other.start)) {
    byDay.get(localDay(time.start, timeZone))?.push(time);
  }
  return [...byDay].map(([day, all]) => ({ day, times: all }));
}

/** The instant of what somebody typed, or null where it is no time. */
export function typedInstant(day: Day, time: string, timeZone: string): number | null {
  return knownDay(day) !== null && /^\d{2}:\d{2}$/.test(time)
    ? instantOf(day, time, timeZone)
    : null;
}
