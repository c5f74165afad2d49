import type { Day } from './calendar';
import { localDay } from './format';
import { servedOffset } from './served-clocks';

/**
 * Instants (epoch milliseconds, ascending) by the local day of `timeZone` that they fall on. The
 * server and the browser group the same instants, each in the zone it knows of.
 */
export function groupByLocalDay(instants: readonly number[], timeZone: string): Map<Day, number[]> {
  const days = new Map<Day, number[]>();
  for (const at of instants) {
    const day = localDay(at, timeZone);
    const group = days.get(day);
    if (group) group.push(at);
    else days.set(day, [at]);
  }
  return days;
}

/** How many minutes the clocks of `other` are ahead of those of `timeZone` at an instant; behind: negative. */
export function minutesAhead(at: number, timeZone: string, other: string): number {
  return (wallClock(at, other) - wallClock(at, timeZone)) / 60_000;
}

/** What a local clock shows, as if it were one in UTC, so that two can be subtracted. */
function wallClock(at: number, timeZone: string): number {
  const offset = servedOffset(timeZone, at);
  const format = new Intl.DateTimeFormat('en', {
    timeZone: offset === null ? timeZone : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = format.formatToParts(at + (offset ?? 0));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}
