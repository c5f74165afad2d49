'use server';

import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { leadToBookings } from '@/lib/action-kit/lead-to-bookings';
import { bookingForm } from '../schema/booking';
import { confirmBooking } from '../service/answer-request';

/** The mentor accepts a request; to decline it is to cancel it. */
export const acceptBookingAction = userAction({
  schema: bookingForm,
  flash: 'accept-booking',
  run: async ({ input: { bookingId, stay }, viewer, now }) => {
    const result = await confirmBooking({ bookingId, userId: viewer.id, now });
    return leadToBookings(stay ? null : `/bookings/${bookingId}`, result, {
      done: 'accepted',
      afterwards: () => followUp({ now, bookingIds: [bookingId] }),
    });
  },
});
