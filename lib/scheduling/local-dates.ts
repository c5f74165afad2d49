import { DAY, parseDate, parseWallTime } from './iso';
import { WallClock } from './zone-offsets';
import { findZone } from './zones';

/**
 * The instant, in epoch milliseconds, of a wall time of a local date, by Temporal's `compatible` rule.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`; `24:00` is the next midnight
 * @throws RangeError where the date, the time or the zone does not exist.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const day = parseDate(date);
  if (Number.isNaN(day)) throw new RangeError(`date: ${JSON.stringify(date)} is none`);
  const wallTime = parseWallTime(time);
  if (Number.isNaN(wallTime)) throw new RangeError(`time: ${JSON.stringify(time)} is none`);
  const zone = findZone(timeZone);
  if (zone === undefined) {
    throw new RangeError(`timeZone: ${JSON.stringify(timeZone)} is not known`);
  }
  const midnight = day * DAY;
  const clock = new WallClock(zone.offsets.spans(midnight - 3 * DAY, midnight + 4 * DAY));
  clock.moveTo(midnight);
  return clock.instantOf(midnight + wallTime);
}

/** The instant, in epoch milliseconds, at which a local date begins; the next date's where a zone skipped it. */
export function startOfDay(date: string, timeZone: string): number {
  return instantOf(date, '00:00', timeZone);
}
