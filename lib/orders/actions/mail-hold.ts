'use server';

import { publicAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { inMilliseconds } from '../schema/in-milliseconds';
import type { OrderRefusal, RefusedOrder } from '../schema/order';
import { type Answered, holdMailForm } from '../schema/order-form';
import { mailHold } from '../service/mail-hold';

/** Mails the link of a visitor's hold again, or to the address that was meant. */
export const mailHoldAction = publicAction<
  typeof holdMailForm,
  Answered,
  OrderRefusal,
  RefusedOrder
>({
  schema: holdMailForm,
  // Its answer stands where that of the order stood.
  flash: 'order',
  limitByAddress: 'booking_by_address',
  limitByPerson: {
    name: 'sign_in_by_person',
    subject: ({ input, network }) => `${input.email} ${network}`,
  },
  run: async ({ input, now }) => {
    const { requestId, email } = input;
    const result = await mailHold({ ...input, now });
    if (!result.ok) {
      return { ok: false, reason: result.reason, data: { failures: [], wrongAnswers: [] } };
    }
    const bookingIds = result.value.bookings.map(({ bookingId }) => bookingId);
    return {
      ok: true,
      value: { ...inMilliseconds(result.value), hold: { requestId, email } },
      afterwards: () => followUp({ now, bookingIds }),
    };
  },
});
