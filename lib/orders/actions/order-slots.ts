'use server';

import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { publicAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import type { Viewer } from '@/lib/auth/session';
import type { OrderRefusal, RefusedOrder } from '../schema/order';
import { type Answered, orderForm } from '../schema/order-form';
import { failureInMilliseconds, inMilliseconds } from '../schema/in-milliseconds';
import { type Booker, orderSlots } from '../service/order-slots';

/** Books slots of one service: at once for a user, as a hold for a visitor. */
export const orderSlotsAction = publicAction<
  typeof orderForm,
  Answered,
  OrderRefusal,
  RefusedOrder
>({
  schema: orderForm,
  lists: ['startsAt'],
  flash: 'order',
  limitByAddress: 'booking_by_address',
  limitByPerson: {
    name: 'booking_by_person',
    subject: ({ input, viewer, network }) =>
      viewer?.id ?? (input.as === 'visitor' ? `${input.email} ${network}` : network),
  },
  uses: ({ starts }) => starts.length,
  run: async ({ input, viewer, locale, network, now }) => {
    const booker = bookerOf(input, viewer, { locale, network });
    // The form was drawn for somebody who is signed in no more.
    if (!booker) return { ok: false, reason: 'not_signed_in', data: nothingInTheWay };
    const { mentorId, variantId, link, requestId, policy, starts, answers, priceCredits } = input;
    const { format, phone, place, subject, notes } = input;
    const result = await orderSlots({
      booker,
      mentorId,
      variantId,
      link,
      requestId,
      policy,
      starts: starts.map((start) => Temporal.Instant.from(start)),
      details: { format, phone, place, subject, notes },
      answers,
      priceCredits,
      now,
    });
    if (!result.ok) {
      const { reason, failures, wrongAnswers } = result;
      // The page then shows the new price.
      const refreshes = reason === 'price_changed';
      const data = { failures: failures.map(failureInMilliseconds), wrongAnswers };
      return { ok: false, reason, data, refreshes };
    }
    const bookingIds = result.value.bookings.map(({ bookingId }) => bookingId);
    const hold = booker.kind === 'visitor' ? { requestId, email: booker.email } : null;
    return {
      ok: true,
      value: { ...inMilliseconds(result.value), hold },
      afterwards: () => followUp({ now, bookingIds }),
    };
  },
});

const nothingInTheWay: RefusedOrder = { failures: [], wrongAnswers: [] };

function bookerOf(
  input: z.output<typeof orderForm>,
  viewer: Viewer | null,
  { locale, network }: { locale: 'en' | 'fr'; network: string },
): Booker | null {
  const { timeZone } = input;
  if (viewer) return { kind: 'user', userId: viewer.id, timeZone, network };
  if (input.as === 'user') return null;
  const { name, email } = input;
  return { kind: 'visitor', name, email, locale, timeZone, network };
}
