import { seriesStarts } from '@/lib/slots/rules/series';

const weekMs = 7 * 86_400_000;

/**
 * The same wall time as `startsAt` in `timeZone`, on the same weekday, a week later or in the first week
 * that is still to come. Epoch milliseconds.
 */
export function sameTimeAhead(
  startsAt: number,
  { timeZone, now }: { timeZone: string; now: number },
): number {
  // One more than whole weeks of 168 hours, for clocks that change in between.
  const weeks = Math.max(1, Math.ceil((now - startsAt) / weekMs)) + 1;
  const [, ...later] = seriesStarts(startsAt, { everyWeeks: 1, count: weeks + 1, timeZone });
  return later.find((start) => start > now) ?? startsAt + weeks * weekMs;
}
