import { Temporal } from 'temporal-polyfill';
import { servedOffset } from './served-clocks';

/*
 * A wall clock reading is written as the epoch milliseconds at which a clock in UTC shows it: a number
 * to lay out, compare and add to, that is no instant. By the served clocks where there are any.
 */

const dayMs = 86_400_000;

/** What the clocks of `timeZone` show at an instant. */
export function wallClockAt(at: number, timeZone: string): number {
  return at + offsetAt(at, timeZone);
}

/**
 * When the clocks of `timeZone` show `wall`, by Temporal's `compatible` rule: the earlier of two
 * instants, and where the clocks skip it, later by what they skip. Epoch milliseconds.
 */
export function instantOfWallClock(wall: number, timeZone: string): number {
  const before = wall - offsetAt(wall - dayMs, timeZone);
  const after = wall - offsetAt(wall + dayMs, timeZone);
  const shown = [before, after].filter((at) => wallClockAt(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

function offsetAt(at: number, timeZone: string): number {
  return (
    servedOffset(timeZone, at) ??
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
  );
}
