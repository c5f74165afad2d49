import { ok, refused, type Result } from '@/kernel/result';
import { costOfCancelling } from '../rules/booking';
import {
  type ActInput,
  type ActOnBatchInput,
  type ActRefusal,
  actOnBookings,
  refusalFor,
} from './act-on-booking';
import { cancel } from './transitions';

export interface Cancelled {
  /** Of those that were cancelled. */
  bookingIds: string[];
  /** Of all their prices, by the mentor's terms for late cancellation. */
  keptCredits: number;
}

/** `nothing_left`: of several, each has started, or is over or cancelled already. */
export type CancelRefusal = ActRefusal | 'nothing_left';

/**
 * Cancels a booking for one of its parties, or declines it; or cancels what can still be cancelled of
 * a batch. Both sides hear of it once.
 */
export async function cancelBookings(
  input: (ActInput | ActOnBatchInput) & { reason: string },
): Promise<Result<Cancelled, CancelRefusal>> {
  const { reason, now } = input;
  return actOnBookings<Cancelled, CancelRefusal>(input, async (tx, acts) => {
    const attempt = { to: 'cancelled', now } as const;
    const [first] = acts;
    const seats = acts.flatMap((act) => {
      if (refusalFor(act, attempt)) return [];
      const { booking, facts, actor } = act;
      const at = { by: actor.role, now: now.epochMilliseconds };
      return [{ ...booking, keptCredits: costOfCancelling(facts, booking, at).keptCredits }];
    });
    if (seats.length === 0) {
      const alone = acts.length === 1 ? refusalFor(first, attempt) : null;
      return alone ?? refused('nothing_left');
    }
    await cancel(tx, seats, { actor: first.actor, reason, now });
    return ok({
      bookingIds: seats.map(({ id }) => id),
      keptCredits: seats.reduce((sum, { keptCredits }) => sum + keptCredits, 0),
    });
  });
}
