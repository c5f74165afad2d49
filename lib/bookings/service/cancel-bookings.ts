import { ok, refused, type Result } from '@/kernel/result';
import { costOfCancelling } from '../rules/booking';
import {
  type ActInput,
  type ActOnBatchInput,
  type ActRefusal,
  actOnBooking,
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

/**
 * Calls a whole session off for its mentor, or an admin: every seat of it, at no cost to anybody. Any
 * of its bookings stands for all; each mentee hears of their own, the mentor once of all.
 */
export async function cancelSession(
  input: ActInput & { reason: string },
): Promise<Result<Cancelled, ActRefusal>> {
  const { reason, now } = input;
  return actOnBooking<Cancelled, ActRefusal>({ ...input, wholeSession: true }, async (tx, act) => {
    const { actor, seats } = act;
    if (actor.role !== 'mentor' && actor.role !== 'admin') return refused('not_allowed');
    const refusal = refusalFor(act, { to: 'cancelled', now });
    if (refusal) return refusal;
    if (seats.some(({ status }) => status === 'in_progress')) return refused('not_allowed');
    const free = seats.map((seat) => ({ ...seat, keptCredits: 0 }));
    await cancel(tx, free, { actor, reason, now });
    return ok({ bookingIds: seats.map(({ id }) => id), keptCredits: 0 });
  });
}
