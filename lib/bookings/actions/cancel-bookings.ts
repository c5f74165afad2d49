'use server';

import { type ActionAnswer, publicAction, userAction } from '@/lib/action-kit/builders';
import { openManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { followUp } from '@/lib/action-kit/follow-up';
import { cancelByLinkForm, cancelForm } from '../schema/booking';
import { cancelBookings, type CancelRefusal } from '../service/cancel-bookings';
import { actorOfManageLink } from '../service/manage-link';

/** Cancels what the viewer has booked, or declines it as its mentor, and goes on to its page. */
export const cancelBookingsAction = userAction<typeof cancelForm, null, CancelRefusal, null>({
  schema: cancelForm,
  flash: 'cancel-bookings',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { stay, ...input }, viewer, now }) => {
    const page = 'batchId' in input ? `batches/${input.batchId}` : input.bookingId;
    return cancel({ ...input, userId: viewer.id, now }, stay ? null : `/bookings/${page}`);
  },
});

/** The same for whoever has the link of a mail about the booking, signed in or not. */
export const cancelByLinkAction = publicAction<typeof cancelByLinkForm, null, CancelRefusal, null>({
  schema: cancelByLinkForm,
  flash: 'cancel-bookings',
  limitByAddress: 'link_by_address',
  limitByPerson: {
    name: 'change_by_person',
    subject: ({ input }) => openManageLink(input.token, env.authSecrets)?.personId ?? '',
  },
  run: async ({ input: { token, reason }, now }) => {
    const page = `/manage/${token}`;
    const actor = await actorOfManageLink({ token, now });
    // The page says what is wrong with the link.
    if (!actor.ok) return { ok: false, reason: 'not_found', data: null, redirectTo: page };
    return cancel({ ...actor.value, reason }, page);
  },
});

async function cancel(
  asked: Parameters<typeof cancelBookings>[0],
  /** Where to go on; null: the page stays. */
  page: string | null,
): Promise<ActionAnswer<null, CancelRefusal, null>> {
  const { now } = asked;
  const result = await cancelBookings(asked);
  if (!result.ok) {
    // What was to be cancelled is not what it was: its page says what has become of it.
    const { reason } = result;
    const refused = { ok: false, reason, data: null } as const;
    return page === null ? refused : { ...refused, redirectTo: `${page}?refused=${reason}` };
  }
  return {
    ok: true,
    value: null,
    ...(page !== null && { redirectTo: `${page}?done=cancelled` }),
    afterwards: () => followUp({ now }),
  };
}
