'use server';

import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { type ActionAnswer, publicAction, userAction } from '@/lib/action-kit/builders';
import { moveByLinkForm, moveForm } from '../schema/booking';
import type { ActInput } from '../service/act-on-booking';
import { followUp } from '@/lib/action-kit/follow-up';
import { linkLimits } from '@/lib/action-kit/lead-to-bookings';
import { actorOfManageLink } from '../service/manage-link';
import { moveBooking, type MoveRefusal } from '../service/move-booking';

type Refusal = MoveRefusal | 'nothing_chosen';
type Data = { alternatives: number[] };
type Wanted = Pick<z.output<typeof moveForm>, 'startsAt' | 'alternative' | 'date' | 'time'>;

/** Gives a booking another start: one that was offered, or a wall time in the mentor's zone. */
export const moveBookingAction = userAction({
  schema: moveForm,
  flash: 'move-booking',
  run: async ({ input: { bookingId, ...wanted }, viewer, now }) =>
    move({ userId: viewer.id, bookingId, now }, wanted, `/bookings/${bookingId}`),
});

/** The same for whoever has the link of a mail about the booking, signed in or not. */
export const moveByLinkAction = publicAction({
  schema: moveByLinkForm,
  flash: 'move-booking',
  ...linkLimits,
  run: async ({ input: { token, ...wanted }, now }) => {
    const page = `/manage/${token}`;
    const actor = await actorOfManageLink({ token, now });
    if (actor.ok) return move(actor.value, wanted, page);
    // The page says what is wrong with the link.
    return { ok: false, reason: 'not_found', data: { alternatives: [] }, redirectTo: page };
  },
});

async function move(
  asked: ActInput,
  wanted: Wanted,
  page: string,
): Promise<ActionAnswer<undefined, Refusal, Data>> {
  const { now } = asked;
  const startsAt = startOf(wanted);
  if (!startsAt) return { ok: false, reason: 'nothing_chosen', data: { alternatives: [] } };
  const result = await moveBooking({ ...asked, startsAt });
  if (!result.ok) {
    const { reason } = result;
    const alternatives = 'alternatives' in result ? result.alternatives : [];
    return {
      ok: false,
      reason,
      data: { alternatives: alternatives.map(({ start }) => start) },
      // It cannot be moved at all any more, so its page says what has become of it.
      ...(isFinal(reason) && { redirectTo: `${page}?refused=${reason}` }),
    };
  }
  return {
    ok: true,
    redirectTo: `${page}?done=moved`,
    afterwards: () => followUp({ now, bookingIds: [asked.bookingId] }),
  };
}

function startOf({ startsAt, alternative, date, time }: Wanted) {
  const offered = alternative ?? startsAt;
  if (offered) return Temporal.Instant.from(offered);
  return date && time ? Temporal.PlainDateTime.from(`${date}T${time}`) : null;
}

function isFinal(reason: MoveRefusal): boolean {
  switch (reason) {
    case 'not_found':
    case 'superseded':
    case 'not_allowed':
    case 'expired':
    case 'already_started':
      return true;
    default:
      return false;
  }
}
