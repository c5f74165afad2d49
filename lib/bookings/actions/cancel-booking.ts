'use server';

import { userAction } from '@/lib/auth/action-builders';
import { dispatchEnqueued } from '@/lib/outbox/service';
import { cancelForm } from '../schema/booking';
import { cancelBooking } from '../service/cancel-booking';

/** Cancels the viewer's booking, or declines it as its mentor, and goes on to its page. */
export const cancelBookingAction = userAction({
  schema: cancelForm,
  flash: 'cancel-booking',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { stay, ...input }, viewer, now }) => {
    const result = await cancelBooking({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    const { bookingId, deliveryIds } = result.value;
    return {
      ok: true,
      value: null,
      ...(stay ? {} : { redirectTo: `/bookings/${bookingId}?done=cancelled` }),
      afterwards: () => dispatchEnqueued({ now, ids: deliveryIds }),
    };
  },
});
