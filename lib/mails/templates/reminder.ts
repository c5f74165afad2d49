import type { Side } from '@/domain/bookings';
import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, namesOf } from './facts';
import type { MailContent } from './mail-layout';
import { cancellationText, manageLinks } from './managing';
import { placeOf, shortTime, shortWhen } from './when';

/**
 * A session is coming up. It names the time and no distance to it: in the reader's zone a clock change
 * may lie between, and then "tomorrow" is wrong.
 */
export function reminderMail(
  t: MailTranslator,
  {
    booking,
    side,
    manageToken,
  }: { booking: MailedBooking; side: Side; manageToken: string | null },
  site: { appUrl: string; locale: 'en' | 'fr'; now: number },
): MailContent {
  const place = placeOf(booking, side, site.locale);
  const names = namesOf(t, booking);
  const startsAt = booking.period.start.epochMilliseconds;
  const isGroup = side === 'mentor' && booking.seats > 1;
  const words = {
    other: side === 'mentee' ? names.mentor : names.mentee,
    seats: isGroup ? booking.seats : 1,
    service: booking.serviceTitle,
    when: shortWhen(startsAt, place),
    time: shortTime(startsAt, place),
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
    // A link is about one booking: in a group it would move all of them, or cancel any one.
    links: isGroup ? [] : manageLinks(t, { booking, side, manageToken }, site),
    notes: [
      ...(side === 'mentee' && manageToken !== null
        ? [cancellationText(t, booking, { place, now: site.now })]
        : []),
      t('reminder.settings', { url: pageUrl('/settings', site) }),
    ],
  };
}
