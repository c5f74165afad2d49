'use server';

import { userAction } from '@/lib/action-kit/builders';
import { bookingForm } from '../schema/booking';
import { confirmBooking } from '../service/answer-request';
import { followUp } from '@/lib/action-kit/follow-up';

/** The mentor accepts a request; to decline it is to cancel it. */
export const acceptBookingAction = userAction({
  schema: bookingForm,
  flash: 'accept-booking',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { stay, ...input }, viewer, now }) => {
    const result = await confirmBooking({ ...input, userId: viewer.id, now });
    if (!result.ok) {
      // Somebody was faster, or time was: the page says who, and what it is now.
      const { reason } = result;
      const refused = { ok: false, reason, data: null } as const;
      if (stay) return refused;
      return { ...refused, redirectTo: `/bookings/${input.bookingId}?refused=${reason}` };
    }
    return {
      ok: true,
      value: null,
      ...(stay ? {} : { redirectTo: `/bookings/${input.bookingId}?done=accepted` }),
      afterwards: () => followUp({ now, bookingIds: [input.bookingId] }),
    };
  },
});
