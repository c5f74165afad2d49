import type { Transaction } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { ok, refused, type Result } from '@/kernel/result';

/** What the constraints on people's time mean to who books or moves; each is named in db/schema. */
const refusals = {
  sessions_mentor_is_free: 'slot_taken',
  bookings_seat_key: 'slot_taken',
  bookings_session_active_fkey: 'slot_taken',
  bookings_mentee_is_free: 'overlaps_yours',
  bookings_mentee_is_not_mentor: 'own_slot',
} as const;
type DatabaseRefusal = (typeof refusals)[keyof typeof refusals];

/**
 * Writes inside a savepoint. The database has the last word on whose time is free: what it refuses is
 * undone and becomes a refusal, so that the transaction around it lives on. Anything else is thrown.
 */
export async function unlessRefused<Value>(
  tx: Transaction,
  work: (savepoint: Transaction) => Promise<Value>,
): Promise<Result<Value, DatabaseRefusal>> {
  try {
    return ok(await tx.transaction(work));
  } catch (error) {
    const constraint = violatedConstraint(error);
    const known = Object.entries(refusals).find(([name]) => name === constraint);
    if (!known) throw error;
    return refused(known[1]);
  }
}
