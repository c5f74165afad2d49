import type { Side } from '@/domain/bookings';
import {
  formatDateTime,
  formatDay,
  formatRange,
  timeZoneName,
  type Place,
} from '@/kernel/time/format';
import type { MailedSession } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { namesOf, placeOf } from './facts';
import type { ListedSession } from './session-list';

/** Several bookings of one batch, earliest first, for one side. */
export interface Batch {
  /** At least one. */
  sessions: readonly MailedSession[];
  side: Side;
  /** Whether a calendar file goes with the mail. */
  hasFile: boolean;
}

/** Where a mail leads to: `appUrl` without a slash at its end. */
export interface Site {
  appUrl: string;
  locale: 'en' | 'fr';
}

/** What the words of both mails about a batch are made of. */
export function wordsOf(t: MailTranslator, { sessions, side }: Batch, { locale }: Site) {
  const [first] = sessions;
  if (!first) throw new Error('a mail about several bookings has none');
  const place = placeOf(first, side, locale);
  const names = namesOf(t, first);
  return {
    first,
    place,
    words: {
      ...names,
      other: side === 'mentee' ? names.mentor : names.mentee,
      count: sessions.length,
      day: formatDay(first.period.start.epochMilliseconds, place),
    },
  };
}

export function batchUrl({ sessions: [first] }: Batch, site: Site): string {
  return pageUrl(`/bookings/batches/${first?.batchId}`, site);
}

/**
 * A session's line. Each names the offset of its own time: a series may go over a clock change.
 * @param details what is special to it, besides; empty ones are left out
 */
export function listed(
  booking: MailedSession,
  { place, site, details }: { place: Place; site: Site; details: string[] },
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

export function deadlineText(booking: MailedSession, place: Place): string {
  return formatDateTime((booking.expiresAt ?? booking.period.start).epochMilliseconds, place);
}
