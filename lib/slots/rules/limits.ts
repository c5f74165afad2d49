import type { Interval, Schedule } from '@/domain/schedules';
import { startOfDay } from '@/lib/scheduling';
import { addDays, type Day, weekdayOf } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';

/** A local day or ISO week of the mentor's zone that has as many sessions as the cap allows. */
export interface FullSpan extends Interval {
  cap: 'daily_cap' | 'weekly_cap';
  most: number;
}

/** The end of the last local day that can be booked: whole days, so that a day is never half offered. */
export function horizonEnd(
  { timeZone, horizonDays }: Pick<Schedule, 'timeZone' | 'horizonDays'>,
  now: number,
): number {
  return startOfDay(addDays(localDay(now, timeZone), horizonDays + 1), timeZone);
}

/** The local days and ISO weeks of the mentor's zone that have as many sessions as the caps allow. */
export function closedByCaps(schedule: Schedule): FullSpan[] {
  const { maxSessionsPerDay, maxSessionsPerWeek, timeZone } = schedule;
  if (maxSessionsPerDay === null && maxSessionsPerWeek === null) return [];
  const counted = schedule.sessions
    .filter((session) => session.countsTowardsCaps)
    .map((session) => localDay(session.start, timeZone));
  const mondays = counted.map((day) => addDays(day, 1 - weekdayOf(day)));
  return [
    ...fullSpans(counted, { cap: 'daily_cap', most: maxSessionsPerDay, days: 1, timeZone }),
    ...fullSpans(mondays, { cap: 'weekly_cap', most: maxSessionsPerWeek, days: 7, timeZone }),
  ];
}

function fullSpans(
  firstDays: readonly Day[],
  {
    cap,
    most,
    days,
    timeZone,
  }: { cap: FullSpan['cap']; most: number | null; days: number; timeZone: string },
): FullSpan[] {
  if (most === null) return [];
  const counts = new Map<Day, number>();
  for (const day of firstDays) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= most)
    .map(([day]) => ({
      cap,
      most,
      start: startOfDay(day, timeZone),
      end: startOfDay(addDays(day, days), timeZone),
    }));
}
