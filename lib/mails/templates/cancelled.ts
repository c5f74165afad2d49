import type { Side } from '@/domain/bookings';
import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, namesOf, placeOf, shortWhen } from './facts';
import type { MailContent } from './letter';

/** Cancelled, declined, or asked for and not answered in time: for either side, by the booking's state. */
export function cancelledLetter(
  t: MailTranslator,
  { booking, side }: { booking: MailedBooking; side: Side },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const place = placeOf(booking, side, site.locale);
  const names = namesOf(t, booking);
  const words = { ...names, when: shortWhen(booking, place) };
  // Before the mentor has confirmed, their "no" is an answer and not a cancellation.
  const wasDeclined = booking.cancelledBy === 'mentor' && booking.confirmedAt === null;
  const variant = wasDeclined ? 'declined' : 'cancelled';
  const hasLapsed = booking.status === 'expired';
  const event = hasLapsed ? 'lapsed' : variant;
  const reason = booking.cancelReason ?? '';
  return {
    subject: t(`${event}.subject`, words),
    preheader: t(`${event}.preheader`, words),
    title: t(`${event}.title`),
    greeting: t('greeting', { name: names[side] }),
    paragraphs: [
      hasLapsed
        ? t(`lapsed.${side}`, words)
        : t(`${variant}.${whoCancelled(booking, side)}`, words),
    ],
    facts: [
      ...(reason === '' ? [] : [{ label: t('facts.reason'), value: reason }]),
      ...bookingFacts(t, booking, { side, place }),
    ],
    action:
      side === 'mentee'
        ? { label: t('cancelled.findMentor'), url: pageUrl('/mentors', site) }
        : { label: t('cancelled.see'), url: pageUrl(`/bookings/${booking.id}`, site) },
    links: [],
    notes: side === 'mentee' ? [] : [t('cancelled.timeIsFree')],
  };
}

/** Whose deed it was, as this side is told of it. */
export function whoCancelled({ cancelledBy }: MailedBooking, side: Side) {
  const who = cancelledBy === 'visitor' ? 'mentee' : cancelledBy;
  if (who === side) return 'byYou';
  return who === 'mentee' ? 'byMentee' : who === 'mentor' ? 'byMentor' : 'byTeam';
}
