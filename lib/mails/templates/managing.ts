import type { Side } from '@/domain/bookings';
import { costOfCancelling, factsOf, lateShare, movableUntil } from '@/lib/bookings/rules/booking';
import type { Place } from '@/kernel/time/format';
import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { Link } from './mail-layout';
import { shortWhen } from './when';

/**
 * The ways to change it without signing in that are open to this side as the mail is written; none
 * without a token. They open pages; only a button there changes anything.
 */
export function manageLinks(
  t: MailTranslator,
  {
    booking,
    side,
    manageToken,
  }: { booking: MailedBooking; side: Side; manageToken: string | null },
  site: { appUrl: string; locale: 'en' | 'fr'; now: number },
): Link[] {
  if (manageToken === null) return [];
  const isPending = booking.status === 'pending';
  const cancel = side === 'mentor' && isPending ? 'decline' : isPending ? 'withdraw' : 'cancel';
  // The mentor's notice for moving binds their mentees.
  const mayMove = side === 'mentor' || site.now < movableUntil(factsOf(booking), booking);
  return [
    ...(mayMove
      ? [{ label: t('manage.move'), url: pageUrl(`/manage/${manageToken}/move`, site) }]
      : []),
    { label: t(`manage.${cancel}`), url: pageUrl(`/manage/${manageToken}/cancel`, site) },
  ];
}

/** The mentor's terms for the mentee, as of now. */
export function cancellationText(
  t: MailTranslator,
  booking: MailedBooking,
  { place, now }: { place: Place; now: number },
): string {
  const facts = factsOf(booking);
  const kept = lateShare(booking);
  const { freeUntil } = costOfCancelling(facts, booking, { by: 'mentee', now });
  // A request that waits costs nothing to withdraw; the terms begin when it is confirmed.
  if (kept === 0 || facts.status === 'pending') return t('terms.free');
  if (freeUntil === null) return t('terms.late', { kept });
  return t('terms.freeUntil', { time: shortWhen(freeUntil, place), kept });
}
