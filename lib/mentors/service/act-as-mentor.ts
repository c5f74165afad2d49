import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { getOwnMentor, type OwnMentor } from '@/db/queries/own-mentor';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { refused, type Result } from '@/kernel/result';

/**
 * Locks a mentor, reads them and hands them to `work`: the shape of every edit of what somebody offers.
 * Whoever books with them holds the same lock, so a booking sees all of an edit or nothing of it.
 * A user who does not mentor, or is blocked, gets `not_found`.
 */
export async function actAsMentor<Value, Reason extends string, Details extends object = object>(
  { userId, now }: { userId: string; now: Temporal.Instant },
  work: (tx: Transaction, mentor: OwnMentor) => Promise<Result<Value, Reason, Details>>,
): Promise<Result<Value, Reason | 'not_found', Details | object>> {
  return inTransaction<Result<Value, Reason | 'not_found', Details | object>>(async (tx) => {
    const [person] = await lockPeople(tx, { ids: [userId] });
    const mentor = await getOwnMentor(tx, { userId, now });
    if (!person || person.blockedAt !== null || !mentor) return refused('not_found');
    return work(tx, mentor);
  });
}
