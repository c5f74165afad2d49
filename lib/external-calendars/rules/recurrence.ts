import type ICAL from 'ical.js';
import * as library from 'rrule';
import type { WallTime } from './wall-clocks';

/** Bundlers know its names; Node, for which it is CommonJS, has them all in one. */
const { RRule } = 'RRule' in library ? library : (library as { default: typeof library }).default;

/** A rule's days of a month that no month of the rule has: it would be looked for until the year 9999. */
const mostDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * When a recurrence rule (RFC 5545, 3.3.10) lets something begin, by wall time, in order of time and not
 * after `last`. ical.js's own expansion is wrong where a year's weeks, its numbered weekdays or a month's
 * days go together, so another library does it.
 * @param until the rule's end, by wall time; null: as it says, by number or not at all
 * @param take ends it by giving false
 */
export function eachStart(
  rule: ICAL.Recur,
  { start, until, last }: { start: WallTime; until: WallTime | null; last: WallTime },
  take: (wall: WallTime) => boolean,
): void {
  if (isImpossible(rule)) return;
  const text = rule
    .toString()
    .replace(/;?UNTIL=[^;]*/, '')
    .replace(/INTERVAL=0+(?=;|$)/, 'INTERVAL=1');
  const end = Math.min(until ?? last, last);
  const parsed = new RRule(
    { ...RRule.parseString(text), dtstart: new Date(start), until: new Date(end) },
    true,
  );
  parsed.all((date) => take(date.getTime()));
}

function isImpossible({ parts }: ICAL.Recur): boolean {
  const days = numbers(parts.BYMONTHDAY);
  const months = numbers(parts.BYMONTH);
  if (days.length === 0) return false;
  return (months.length === 0 ? [1] : months).every((month) =>
    days.every((day) => Math.abs(day) > (mostDays[month - 1] ?? 0)),
  );
}

function numbers(part: unknown): number[] {
  return (Array.isArray(part) ? (part as unknown[]) : [part]).map(Number).filter(Number.isFinite);
}
