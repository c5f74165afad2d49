import { costOfCancelling } from '@/lib/bookings/rules/booking';
import type { Side } from '@/lib/bookings/schema/booking';
import { formatDateTime, type Place } from '@/lib/time/format';
import type { MailedBooking } from '../mailed-booking';
import type { MailTranslator } from '../translator';
import { bookingFacts, namesOf, placeOf, shortWhen } from './facts';
import type { MailContent } from './letter';
import { pageUrl } from './links';

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
    links: manageToken === null ? [] : manageLinks(t, { manageToken, side, isPending }, site),
    notes:
      side === 'mentee'
        ? [cancellationText(t, booking, { place, now: site.now })]
        : [t('mentorCancels')],
  };
}

/** The ways to change it without signing in. They open pages; only a button there changes anything. */
function manageLinks(
  t: MailTranslator,
  { manageToken, side, isPending }: { manageToken: string; side: Side; isPending: boolean },
  site: { appUrl: string; locale: 'en' | 'fr' },
) {
  const cancel = side === 'mentor' && isPending ? 'decline' : isPending ? 'withdraw' : 'cancel';
  return [
    { label: t('manage.move'), url: pageUrl(`/manage/${manageToken}/move`, site) },
    { label: t(`manage.${cancel}`), url: pageUrl(`/manage/${manageToken}/cancel`, site) },
  ];
}

function deadlineText(booking: MailedBooking, place: Place): string {
  return formatDateTime((booking.expiresAt ?? booking.period.start).epochMilliseconds, place);
}

/** The mentor's terms for the mentee, as of now. */
function cancellationText(
  t: MailTranslator,
  booking: MailedBooking,
  { place, now }: { place: Place; now: number },
): string {
  const startsAt = booking.period.start.epochMilliseconds;
  const percent = booking.priceCredits === 0 ? 0 : booking.lateCancelPercent;
  const { freeUntil } = costOfCancelling(
    {
      status: booking.status,
      startsAt,
      endsAt: booking.period.end.epochMilliseconds,
      createdAt: booking.createdAt.epochMilliseconds,
      expiresAt: booking.expiresAt?.epochMilliseconds ?? null,
      menteeCheckedInAt: booking.menteeCheckedInAt?.epochMilliseconds ?? null,
      mentorCheckedInAt: booking.mentorCheckedInAt?.epochMilliseconds ?? null,
      movedByMentorAt: booking.movedByMentorAt?.epochMilliseconds ?? null,
    },
    booking,
    { by: 'mentee', now },
  );
  if (percent === 0 || freeUntil === startsAt) return t('terms.free');
  if (freeUntil === null) return t('terms.late', { percent });
  return t('terms.freeUntil', { time: formatDateTime(freeUntil, place), percent });
}
