import type { Side } from '@/domain/bookings';
import { formatDateTime, type Place } from '@/kernel/time/format';
import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, namesOf, placeOf, shortWhen } from './facts';
import type { MailContent } from './letter';
import { cancellationText, manageLinks } from './managing';

/**
 * Booked, asked for where the mentor confirms by hand, or moved to another time: for either side, by
 * the booking's state.
 */
export function bookedLetter(
  t: MailTranslator,
  {
    booking,
    side,
    isMoved = false,
    manageToken,
  }: { booking: MailedBooking; side: Side; isMoved?: boolean; manageToken: string | null },
  site: { appUrl: string; locale: 'en' | 'fr'; now: number },
): MailContent {
  const place = placeOf(booking, side, site.locale);
  const names = namesOf(t, booking);
  const isPending = booking.status === 'pending';
  const event = isMoved ? 'moved' : isPending ? 'requested' : 'booked';
  const variant = `${event}.${side}` as const;
  const words = {
    ...names,
    when: shortWhen(booking, place),
    deadline: deadlineText(booking, place),
  };
  return {
    subject: t(`${variant}.subject`, words),
    preheader: t(`${variant}.preheader`, words),
    title: t(`${variant}.title`),
    greeting: t('greeting', { name: names[side] }),
    paragraphs: [
      t(`${variant}.text`, words),
      ...(isMoved && isPending ? [t(`moved.${side}.pending`, words)] : []),
    ],
    facts: bookingFacts(t, booking, { side, place }),
    ...(side === 'mentor' &&
      booking.answers.length > 0 && {
        answers: { title: t('answers'), given: booking.answers },
      }),
    action: {
      label: t(`${variant}.action`),
      url: pageUrl(`/bookings/${booking.id}`, site),
    },
    links: manageLinks(t, { manageToken, booking, side }, site),
    notes:
      side === 'mentee'
        ? [cancellationText(t, booking, { place, now: site.now })]
        : [t('mentorCancels')],
  };
}

function deadlineText(booking: MailedBooking, place: Place): string {
  return formatDateTime((booking.expiresAt ?? booking.period.start).epochMilliseconds, place);
}
