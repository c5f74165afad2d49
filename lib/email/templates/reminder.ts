import type { Side } from '@/lib/bookings/schema/booking';
import { formatTime } from '@/lib/time/format';
import type { MailedBooking } from '../mailed-booking';
import type { MailTranslator } from '../translator';
import { bookingFacts, namesOf, placeOf, shortWhen } from './facts';
import type { MailContent } from './letter';
import { pageUrl } from './links';

/**
 * A session is coming up. It names the time and no distance to it: in the reader's zone a clock change
 * may lie between, and then "tomorrow" is wrong.
 */
export function reminderLetter(
  t: MailTranslator,
  { booking, side }: { booking: MailedBooking; side: Side },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const place = placeOf(booking, side, site.locale);
  const names = namesOf(t, booking);
  const isGroup = side === 'mentor' && booking.seats > 1;
  const words = {
    other: side === 'mentee' ? names.mentor : names.mentee,
    seats: isGroup ? booking.seats : 1,
    service: booking.serviceTitle,
    when: shortWhen(booking, place),
    time: formatTime(booking.period.start.epochMilliseconds, place),
  };
  const facts = bookingFacts(t, booking, { side, place });
  return {
    subject: t('reminder.subject', words),
    preheader: t('reminder.preheader', words),
    title: t('reminder.title'),
    greeting: t('greeting', { name: names[side] }),
    paragraphs: [t(`reminder.${side}`, words), t(`reminder.${booking.format}`)],
    // To the mentor of a group the mail is about all of it, and not about one who comes.
    facts: isGroup ? facts.slice(0, 1) : facts,
    action: { label: t('reminder.action'), url: pageUrl(`/bookings/${booking.id}`, site) },
    links: [],
    notes: [t('reminder.settings', { url: pageUrl('/settings', site) })],
  };
}

/** The session is over: thanks, and how it may go on. */
export function postSessionLetter(
  t: MailTranslator,
  { booking }: { booking: MailedBooking },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const { mentor, mentee } = namesOf(t, booking);
  const words = { mentor, service: booking.serviceTitle };
  return {
    subject: t('postSession.subject', words),
    preheader: t('postSession.preheader', words),
    title: t('postSession.title'),
    greeting: t('greeting', { name: mentee }),
    paragraphs: [t('postSession.text', words), t('postSession.next', words)],
    facts: [],
    action: { label: t('postSession.action'), url: pageUrl(`/bookings/${booking.id}`, site) },
    links: [],
    notes: [t('reminder.settings', { url: pageUrl('/settings', site) })],
  };
}
