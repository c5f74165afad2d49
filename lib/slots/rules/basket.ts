import { mostSlotsPerOrder } from '@/domain/bookings';

/*
 * What may be chosen together. Starts are epoch milliseconds, ascending. `spacingMs` is how far apart
 * two starts of one mentor must lie: the session itself and the clear time that two keep between them.
 */

/** What of the basket is too near to `start` for both; null when nothing is. A start is not near itself. */
export function nearInBasket(
  basket: readonly number[],
  start: number,
  spacingMs: number,
): number | null {
  return basket.find((chosen) => chosen !== start && Math.abs(chosen - start) < spacingMs) ?? null;
}

/** The basket with those of `starts` that fit beside what is in it, the earlier ones first. */
export function withAdded(
  basket: readonly number[],
  starts: readonly number[],
  spacingMs: number,
): number[] {
  const chosen = [...basket];
  for (const start of starts.toSorted((a, b) => a - b)) {
    if (chosen.length >= mostSlotsPerOrder) break;
    if (!chosen.includes(start) && nearInBasket(chosen, start, spacingMs) === null) {
      chosen.push(start);
    }
  }
  return chosen.sort((a, b) => a - b);
}

/** The basket without `start` when it is in it, else with it. */
export function toggled(basket: readonly number[], start: number, spacingMs: number): number[] {
  return basket.includes(start)
    ? basket.filter((chosen) => chosen !== start)
    : withAdded(basket, [start], spacingMs);
}
