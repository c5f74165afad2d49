import { choiceQuery, slotText } from '@/components/slots/booking-address';
import type { BookingDetail } from '@/lib/bookings/schema/booking';

/** The card of a mentee, for their mentor. */
export function menteeHref(menteeId: string, page = 1): string {
  return `/mentor/mentees/${menteeId}${page > 1 ? `?page=${page}` : ''}`;
}

/** Where a mentor proposes the next session to whom they have met, near the same time. */
export function proposeNextHref({
  menteeId,
  variantId,
  near,
}: NonNullable<BookingDetail['proposeNext']>): string {
  const query = choiceQuery({ variant: variantId });
  return `${menteeHref(menteeId)}/propose${query}&near=${slotText(near)}`;
}
