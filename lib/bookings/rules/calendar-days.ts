import {
  addDays,
  addMonthsToDay,
  type Day,
  knownDay,
  monthOf,
  weekdayOf,
} from '@/kernel/time/calendar';

export const calendarViews = ['day', 'week', 'month', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** The cookie with the view that a mentor chose last. */
export const calendarViewCookie = 'calendar_view';

/** Days that one reading of a calendar covers at most: a month's six weeks, and as much on each side. */
export const longestCalendarDays = 130;

/** Days of the mentor's zone, from the first up to, but without, `to`. */
export interface Days {
  from: Day;
  to: Day;
}

export function knownView(value: unknown): CalendarView | null {
  return calendarViews.find((view) => view === value) ?? null;
}

/** What a browser asks for, where it is days that one reading covers; else null. */
export function knownDays({ from, to }: { from?: unknown; to?: unknown }): Days | null {
  const [first, after] = [knownDay(from), knownDay(to)];
  if (first === null || after === null) return null;
  const length = lengthOf({ from: first, to: after });
  return length > 0 && length <= longestCalendarDays ? { from: first, to: after } : null;
}

/** The days that a view shows when it is opened at `day`. A phone's week is three days, from that one on. */
export function daysShown(view: CalendarView, day: Day, { isNarrow }: { isNarrow: boolean }): Days {
  if (view === 'day') return daysFrom(day, 1);
  if (view === 'week' && isNarrow) return daysFrom(day, 3);
  if (view === 'month') return daysFrom(mondayOf(`${monthOf(day)}-01`), 42);
  return daysFrom(mondayOf(day), 7);
}

/** The day that a view is opened at when its page is turned. */
export function turnedDay(
  view: CalendarView,
  day: Day,
  { by, isNarrow }: { by: -1 | 1; isNarrow: boolean },
): Day {
  if (view === 'month') return addMonthsToDay(day, by);
  if (view === 'day') return addDays(day, by);
  return addDays(day, by * (view === 'week' && isNarrow ? 3 : 7));
}

/** Those days and as many on either side, so that the next page is there before it is turned to. */
export function daysAround({ from, to }: Days): Days {
  const length = lengthOf({ from, to });
  const beside = Math.max(0, Math.min(length, Math.floor((longestCalendarDays - length) / 2)));
  return { from: addDays(from, -beside), to: addDays(to, beside) };
}

export function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Each of the days, in order. */
export function eachDay({ from, to }: Days): Day[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, count) => addDays(from, count));
}

/** The address of the calendar at a day in a view; what is null is left to the page. */
export function calendarPath({
  view,
  day,
}: {
  view: CalendarView | null;
  day: Day | null;
}): string {
  const asked = new URLSearchParams({
    ...(view !== null && { view }),
    ...(day !== null && knownDay(day) !== null && { day }),
  }).toString();
  return asked === '' ? '/mentor/calendar' : `/mentor/calendar?${asked}`;
}

function daysFrom(from: Day, count: number): Days {
  return { from, to: addDays(from, count) };
}
