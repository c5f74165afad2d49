'use server';

import { publicAction, userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { leadToBookings, linkLimits } from '@/lib/action-kit/lead-to-bookings';
import { cancelByLinkForm, cancelForm, cancelSessionForm } from '../schema/booking';
import { cancelBookings, cancelSession } from '../service/cancel-bookings';
import { actorOfManageLink } from '../service/manage-link';

/** Cancels what the viewer has booked, or declines it as its mentor, and goes on to its page. */
export const cancelBookingsAction = userAction({
  schema: cancelForm,
  flash: 'cancel-bookings',
  run: async ({ input: { stay, ...input }, viewer, now }) => {
    const page = 'batchId' in input ? `batches/${input.batchId}` : input.bookingId;
    return cancel({ ...input, userId: viewer.id, now }, stay ? null : `/bookings/${page}`);
  },
});

/** The same for whoever has the link of a mail about the booking, signed in or not. */
export const cancelByLinkAction = publicAction({
  schema: cancelByLinkForm,
  flash: 'cancel-bookings',
  ...linkLimits,
  run: async ({ input: { token, reason }, now }) => {
    const page = `/manage/${token}`;
    const actor = await actorOfManageLink({ token, now });
    // The page says what is wrong with the link.
    if (!actor.ok) return { ok: false, reason: 'not_found', redirectTo: page };
    return cancel({ ...actor.value, reason }, page);
  },
});

/** Calls a whole session off, with everybody in it. */
export const cancelSessionAction = userAction({
  schema: cancelSessionForm,
  flash: 'cancel-session',
  run: async ({ input: { bookingId, reason, stay }, viewer, now }) => {
    const result = await cancelSession({ userId: viewer.id, bookingId, reason, now });
    return leadToBookings(stay ? null : `/bookings/${bookingId}`, result, {
      done: 'cancelled',
      afterwards: () => followUp({ now }),
    });
  },
});

async function cancel(
  asked: Parameters<typeof cancelBookings>[0],
  /** Where to go on; null: the page stays. */
  page: string | null,
) {
  return leadToBookings(page, await cancelBookings(asked), {
    done: 'cancelled',
    afterwards: () => followUp({ now: asked.now }),
  });
}
