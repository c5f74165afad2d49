'use server';

import { type ActionAnswer, publicAction, userAction } from '@/lib/action-kit/builders';
import { openManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { dispatchEnqueued } from '@/lib/outbox/service';
import { cancelByLinkForm, cancelForm } from '../schema/booking';
import type { ActInput, ActRefusal } from '../service/act-on-booking';
import { cancelBooking } from '../service/cancel-booking';
import { actorOfManageLink } from '../service/manage-link';

/** Cancels the viewer's booking, or declines it as its mentor, and goes on to its page. */
export const cancelBookingAction = userAction<typeof cancelForm, null, ActRefusal, null>({
  schema: cancelForm,
  flash: 'cancel-booking',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { stay, ...input }, viewer, now }) =>
    cancel({ ...input, userId: viewer.id, now }, stay ? null : `/bookings/${input.bookingId}`),
});

/** The same for whoever has the link of a mail about the booking, signed in or not. */
export const cancelByLinkAction = publicAction<typeof cancelByLinkForm, null, ActRefusal, null>({
  schema: cancelByLinkForm,
  flash: 'cancel-booking',
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
  asked: ActInput & { reason: string },
  /** Where to go on; null: the page stays. */
  page: string | null,
): Promise<ActionAnswer<null, ActRefusal, null>> {
  const { now } = asked;
  const result = await cancelBooking(asked);
  if (!result.ok) {
    // What was to be cancelled is not what it was: its page says what has become of it.
    const { reason } = result;
    const refused = { ok: false, reason, data: null } as const;
    return page === null ? refused : { ...refused, redirectTo: `${page}?refused=${reason}` };
  }
  const { deliveryIds } = result.value;
  return {
    ok: true,
    value: null,
    ...(page !== null && { redirectTo: `${page}?done=cancelled` }),
    afterwards: () => dispatchEnqueued({ now, ids: deliveryIds }),
  };
}
