/**
 * Days and months of the calendar, without any zone: "2026-12-08" and "2026-12". They are counted in
 * UTC, where every day has 24 hours, so no clock change can shift them; an instant becomes a day
 * only through `localDay`, with a zone.
 */
export type Day = string;
export type Month = string;

const dayMs = 24 * 60 * 60_000;

/** The last year that anything here is asked about: past it, the day after may have none that is written so. */
const lastYear = 2200;

/** `value` as a day that exists between the years 1970 and 2200, or null. */
export function knownDay(value: unknown): Day | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  if (Number(value.slice(0, 4)) > lastYear) return null;
  const at = Date.parse(value);
  return at >= 0 && dayOf(at) === value ? value : null;
}

/** `value` as a month that exists, or null. */
export function knownMonth(value: unknown): Month | null {
  return typeof value === 'string' && knownDay(`${value}-01`) !== null ? value : null;
}

/** Noon of the day in UTC, in epoch milliseconds: what `formatDay` with the zone UTC takes. */
export function noonOf(day: Day): number {
  return Date.parse(day) + dayMs / 2;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(Date.parse(day) + count * dayMs);
}

export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The same day of another month, or that month's last where it is shorter. */
export function addMonthsToDay(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const days = daysOf(month);
  return days[Math.min(Number(day.slice(8)), days.length) - 1] ?? day;
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

export function daysOf(month: Month): Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The weeks of a month, from Monday to Sunday; null where a week reaches out of the month. */
export function weeksOf(month: Month): (Day | null)[][] {
  const days = daysOf(month);
  const before = weekdayOf(`${month}-01`) - 1;
  const cells = [...Array<null>(before).fill(null), ...days];
  const weeks: (Day | null)[][] = [];
  for (let start = 0; start < cells.length; start += 7) {
    const week = cells.slice(start, start + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}
