import { ok, type Result } from '@/kernel/result';
import { costOfCancelling } from '../rules/booking';
import { type ActInput, type ActRefusal, actOnBooking, refusalFor } from './act-on-booking';
import { cancel } from './transitions';

export interface Cancelled {
  bookingId: string;
  /** Of the price, by the mentor's terms for late cancellation. */
  keptCredits: number;
  deliveryIds: string[];
}

/** Cancels a booking for one of its parties, or declines it, and tells both. */
export async function cancelBooking(
  input: ActInput & { reason: string },
): Promise<Result<Cancelled, ActRefusal>> {
  const { reason, now } = input;
  return actOnBooking<Cancelled, ActRefusal>(input, async (tx, act) => {
    const refusal = refusalFor(act, { to: 'cancelled', now });
    if (refusal) return refusal;
    const { booking, facts, actor } = act;
    const { keptCredits } = costOfCancelling(facts, booking, {
      by: actor.role,
      now: now.epochMilliseconds,
    });
    const deliveryIds = await cancel(tx, [{ ...booking, keptCredits }], { actor, reason, now });
    return ok({ bookingId: booking.id, keptCredits, deliveryIds });
  });
}
