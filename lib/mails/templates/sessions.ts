import type { Side } from '@/domain/bookings';
import { formatDay, formatRange, timeZoneName } from '@/kernel/time/format';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { MailedBooking, Mailed } from '../mailed-booking';
import { bookingFacts, namesOf, priceText, sharedFacts, withEverybody } from './facts';
import type { MailContent } from './mail-layout';
import type { ListedSession } from './session-list';
import { placeOf, type ReadersPlace, shortWhen } from './when';

/** Where a mail leads to: `appUrl` without a slash at its end. */
export interface Site {
  appUrl: string;
  locale: 'en' | 'fr';
}

/** What the words of a mail about one booking or several are made of. */
export function wordsOf(t: MailTranslator, [first, ...others]: Mailed, side: Side, site: Site) {
  const place = placeOf(first, side, site.locale);
  const names = namesOf(t, first);
  const startsAt = first.period.start.epochMilliseconds;
  return {
    place,
    words: {
      ...names,
      other: side === 'mentee' ? names.mentor : names.mentee,
      count: 1 + others.length,
      when: shortWhen(startsAt, place),
      day: formatDay(startsAt, place),
    },
  };
}

/** The sessions as their mentor reads of them. */
export function eachWithEverybody<Booking extends MailedBooking>(
  t: MailTranslator,
  [first, ...others]: Mailed<Booking>,
): Mailed<Booking> {
  return [withEverybody(t, first), ...others.map((booking) => withEverybody(t, booking))];
}

/** Where all of it is to be seen: the booking's page, or that of its batch. */
export function pageOf([first, ...others]: Mailed, site: Site): string {
  const path = others.length > 0 ? `batches/${first.batchId}` : first.id;
  return pageUrl(`/bookings/${path}`, site);
}

/**
 * What was booked, moved or cancelled: one session with all of its facts, several as a list, with what
 * they have in common below it.
 * @param detailsOf what is special to one of several, besides; empty ones are left out
 */
export function aboutSessions<Booking extends MailedBooking>(
  t: MailTranslator,
  sessions: Mailed<Booking>,
  {
    side,
    place,
    site,
    detailsOf,
  }: { side: Side; place: ReadersPlace; site: Site; detailsOf: (session: Booking) => string[] },
): Pick<MailContent, 'sessions' | 'facts'> {
  const [first, ...others] = sessions;
  if (others.length === 0) return { facts: bookingFacts(t, first, { side, place }) };
  return {
    sessions: sessions.map((session) =>
      listed(session, { place, site, details: detailsOf(session) }),
    ),
    facts: [
      ...sharedFacts(t, first, { side }),
      { label: t('facts.price'), value: pricesText(t, sessions) },
    ],
  };
}

/** A session's line. Each names the offset of its own time: a series may go over a clock change. */
function listed(
  booking: MailedBooking,
  { place, site, details }: { place: ReadersPlace; site: Site; details: string[] },
): ListedSession {
  const start = booking.period.start.epochMilliseconds;
  const day = formatDay(start, place, { withYear: true });
  const range = formatRange(start, booking.period.end.epochMilliseconds, place);
  return {
    when: `${day}, ${range}`,
    url: pageUrl(`/bookings/${booking.id}`, site),
    details: [`${timeZoneName(start, place)} · ${booking.reference}`, ...details].filter(
      (detail) => detail !== '',
    ),
  };
}

/** What each costs, and all together; sessions that cost nothing have one price. */
function pricesText(t: MailTranslator, sessions: Mailed): string {
  const each = sessions[0].priceCredits;
  if (each === 0) return priceText(t, sessions[0]);
  const total = sessions.reduce((sum, { priceCredits }) => sum + priceCredits, 0);
  return t('facts.priceOfEach', { each, total });
}
