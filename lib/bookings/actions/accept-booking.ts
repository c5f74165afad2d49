'use server';

import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { leadToBookings } from '@/lib/action-kit/lead-to-bookings';
import { acceptForm } from '../schema/booking';
import { confirmBooking } from '../service/answer-request';

/** The mentor accepts a request; to decline it is to cancel it. */
export const acceptBookingAction = userAction({
  schema: acceptForm,
  flash: 'accept-booking',
  run: async ({ input: { bookingId, word, onTo, stay }, viewer, now }) => {
    const result = await confirmBooking({ bookingId, userId: viewer.id, word, now });
    const page = onTo ? '/mentor/requests' : `/bookings/${bookingId}`;
    return leadToBookings(stay ? null : page, result, {
      done: 'accepted',
      afterwards: () => followUp({ now, bookingIds: [bookingId] }),
    });
  },
});
