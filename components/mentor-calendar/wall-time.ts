import { Temporal } from 'temporal-polyfill';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';

/** An instant as a `datetime-local` field has it, "2026-12-08T16:30", in `timeZone`. */
export function wallTime(at: number, timeZone: string): string {
  return new Date(wallClockAt(at, timeZone)).toISOString().slice(0, 16);
}

/** The instant of such a wall time; null where it is none. In a gap or fold as Temporal's `compatible` has it. */
export function instantOfWallTime(text: string, timeZone: string): number | null {
  try {
    const wall = Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').epochMilliseconds;
    return instantOfWallClock(wall, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Whether anything may be put to where the clocks of `timeZone` show `wall` (see kernel/time/wall-clock):
 * not into what has passed. Epoch milliseconds.
 */
export function isAhead(
  wall: number,
  { timeZone, now }: { timeZone: string; now: number },
): boolean {
  return instantOfWallClock(wall, timeZone) >= now;
}
