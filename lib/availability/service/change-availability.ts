import type { Temporal } from 'temporal-polyfill';
import type { BookingRules } from '@/domain/availability';
import type { Transaction } from '@/db/client';
import { getBookingRules } from '@/db/queries/availability';
import { inTransaction } from '@/db/transaction';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { ok, refused, type Result } from '@/kernel/result';
import { type BookingOutside, listBookingsOutside } from './list-bookings-outside';

/** A change that was saved, and the bookings that now lie outside the availability: none was moved. */
export type Changed<Value> = Value & { outside: BookingOutside[] };

/**
 * Changes a mentor's own availability: one transaction under their lock, so that whoever books at the
 * same time comes wholly before or wholly after it. A refusal of `work` must have written nothing.
 */
export async function changeAvailability<
  Value extends object,
  Reason extends string,
  Details extends object,
>(
  { userId, now }: { userId: string; now: Temporal.Instant },
  work: (
    tx: Transaction,
    mentor: { mentorId: string; rules: BookingRules },
  ) => Promise<Result<Value, Reason, Details>>,
) {
  return inTransaction(async (tx) => {
    await lockPeopleAndSweep(tx, { personIds: [userId], now });
    const rules = await getBookingRules(tx, { mentorId: userId });
    if (!rules) return refused('not_a_mentor');
    const result = await work(tx, { mentorId: userId, rules });
    if (!result.ok) return result;
    const outside = await listBookingsOutside(tx, { mentorId: userId, now });
    return ok<Changed<Value>>({ ...result.value, outside });
  });
}
