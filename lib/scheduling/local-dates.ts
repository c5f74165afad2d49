import { DAY, parseDate } from './iso';
import { WallClock } from './zone-offsets';
import { findZone } from './zones';

/**
 * The instant, in epoch milliseconds, at which a local date begins; the next date's where a zone
 * skipped the date whole.
 * @param date `YYYY-MM-DD`
 * @throws RangeError where the date or the zone does not exist.
 */
export function startOfDay(date: string, timeZone: string): number {
  const day = parseDate(date);
  if (Number.isNaN(day)) throw new RangeError(`date: ${JSON.stringify(date)} is none`);
  const zone = findZone(timeZone);
  if (zone === undefined) {
    throw new RangeError(`timeZone: ${JSON.stringify(timeZone)} is not known`);
  }
  const midnight = day * DAY;
  const clock = new WallClock(zone.offsets.spans(midnight - 3 * DAY, midnight + 3 * DAY));
  clock.moveTo(midnight);
  return clock.instantOf(midnight);
}
