import type { Temporal } from 'temporal-polyfill';
import { listBookingRecords } from '@/db/queries/bookings';
import { inTransaction, StartAgain } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { costOfCancelling } from '../rules/booking';
import { factsOf, refusalFor, roleIn } from './act-on-booking';
import { lockPeopleAndSweep } from './locks';
import { cancel } from './transitions';

export interface CancelledBatch {
  batchId: string;
  /** Of those that were cancelled; the others had started, or were over or called off already. */
  bookingIds: string[];
  /** Of all their prices, by the mentor's terms for late cancellation. */
  keptCredits: number;
  deliveryIds: string[];
}

/** Cancels what can still be cancelled of a batch, for one of its parties, and tells both once. */
export async function cancelBatch({
  userId,
  batchId,
  reason,
  now,
}: {
  userId: string;
  batchId: string;
  reason: string;
  now: Temporal.Instant;
}): Promise<Result<CancelledBatch, 'not_found' | 'nothing_left'>> {
  return inTransaction(async (tx) => {
    const seen = await listBookingRecords(tx, { batchId });
    const [one] = seen;
    const role = one && (await roleIn(tx, { booking: one, userId }));
    if (!one || !role) return refused('not_found');

    // A batch is between one mentee and one mentor.
    const { mentorId, menteeId } = one;
    const personIds = menteeId === null ? [mentorId] : [mentorId, menteeId];
    const sessionIds = seen.map(({ sessionId }) => sessionId);
    await lockPeopleAndSweep(tx, { personIds, sessionIds, now });
    const bookings = await listBookingRecords(tx, { batchId });
    // Somebody moved one to a session that is not locked.
    if (bookings.some(({ sessionId }) => !sessionIds.includes(sessionId))) throw new StartAgain();

    const actor = { id: userId, role };
    const seats = bookings.flatMap((booking) => {
      const facts = factsOf(booking);
      if (refusalFor({ facts, actor }, { to: 'cancelled', now })) return [];
      const at = { by: role, now: now.epochMilliseconds };
      return [{ ...booking, keptCredits: costOfCancelling(facts, booking, at).keptCredits }];
    });
    if (seats.length === 0) return refused('nothing_left');
    const deliveryIds = await cancel(tx, seats, { actor, reason, now });
    return ok({
      batchId,
      bookingIds: seats.map(({ id }) => id),
      keptCredits: seats.reduce((sum, { keptCredits }) => sum + keptCredits, 0),
      deliveryIds,
    });
  });
}
