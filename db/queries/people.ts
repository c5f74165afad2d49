import { asc, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { users } from '../schema/users';

const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  timeZone: users.timeZone,
  blockedAt: users.blockedAt,
};

export type Person = Awaited<ReturnType<typeof lockPeople>>[number];

/**
 * Locks these people's rows, in id order so that no two transactions wait for each other, until the
 * transaction ends. Whoever books, moves or frees somebody's time holds their lock. Those who do not
 * exist are missing from the answer.
 */
export async function lockPeople(tx: Executor, { ids }: { ids: string[] }) {
  return tx
    .select(personColumns)
    .from(users)
    .where(isAnyOf(users.id, ids))
    .orderBy(asc(users.id))
    .for('no key update');
}

/** Serializes what visitors do under one e-mail address, until the transaction ends. */
export async function lockAddress(tx: Executor, { email }: { email: string }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
}
