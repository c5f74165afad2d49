import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';

const weekMs = 7 * 86_400_000;

/**
 * The starts of a series: `count` times the wall time of `first`, every `everyWeeks` weeks in
 * `timeZone`, so that it stays ten o'clock when the clocks change. Where they skip that time it is
 * later by what they skip. Epoch milliseconds, the first included.
 */
export function seriesStarts(
  first: number,
  { everyWeeks, count, timeZone }: { everyWeeks: number; count: number; timeZone: string },
): number[] {
  const wall = wallClockAt(first, timeZone);
  return Array.from({ length: count }, (_, step) =>
    // The first is what was picked, which may be the later one of a repeated hour.
    step === 0 ? first : instantOfWallClock(wall + step * everyWeeks * weekMs, timeZone),
  );
}
