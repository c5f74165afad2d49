import type { Side } from '@/domain/bookings';
import {
  formatDateTime,
  formatDay,
  formatOffset,
  formatRange,
  formatTime,
  type Place,
  sameWallTime,
  timeZoneName,
} from '@/kernel/time/format';
import type { MailTranslator } from '@/i18n/outgoing';
import type { MailedBooking } from '../mailed-booking';

/** Where a mail's reader is; `isTheirs` is false while that is not known, and it is the mentor's place. */
export type ReadersPlace = Place & { isTheirs: boolean };

/**
 * Where a side reads times: a mentor in the zone they work in, a visitor in the one their browser said,
 * and as long as it has said none by the mentor's clock.
 */
export function placeOf(booking: MailedBooking, side: Side, locale: 'en' | 'fr'): ReadersPlace {
  const { mentorTimeZone, menteeTimeZone, guestTimeZone } = booking;
  const own = side === 'mentor' ? mentorTimeZone : (menteeTimeZone ?? guestTimeZone);
  return { locale, timeZone: own ?? mentorTimeZone, isTheirs: own !== null };
}

/**
 * "Tuesday 8 December 2026, 16:30–17:30, Paris (GMT+1)"; to whoever's clock is not known the mentor's,
 * which it says, and UTC. Instants are in epoch milliseconds, here and below.
 */
export function whenText(
  t: MailTranslator,
  { start, end }: { start: number; end: number },
  place: ReadersPlace,
): string {
  const inPlace = (at: Place) => ({
    day: formatDay(start, at, { withYear: true }),
    range: formatRange(start, end, at),
    zone: timeZoneName(start, at),
  });
  const when = inPlace(place);
  if (place.isTheirs) return t('when', when);
  const utc = { ...place, timeZone: 'UTC' };
  if (sameWallTime(start, place.timeZone, 'UTC')) return t('whenMentors', when);
  const inUtc = inPlace(utc);
  const universal =
    inUtc.day === when.day ? `${inUtc.range} UTC` : `${inUtc.day}, ${inUtc.range} UTC`;
  return t('whenMentorsAndUtc', { ...when, universal });
}

/** "Tuesday 8 December, 16:30 (GMT+1)": with the offset, since it may stand alone. */
export function shortWhen(at: number, place: Place): string {
  return `${formatDateTime(at, place)} (${formatOffset(at, place)})`;
}

/** "16:30 (GMT+1)". */
export function shortTime(at: number, place: Place): string {
  return `${formatTime(at, place)} (${formatOffset(at, place)})`;
}
