import { asc, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { arrayOf, isAnyOf } from '../conditions';
import { prepared } from '../prepared';
import { users } from '../schema/users';

const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  timeZone: users.timeZone,
  blockedAt: users.blockedAt,
};

const lockRows = prepared((db) =>
  db
    .select(personColumns)
    .from(users)
    .where(isAnyOf(users.id, sql.placeholder('ids')))
    .orderBy(asc(users.id))
    .for('no key update'),
);

export type Person = Awaited<ReturnType<typeof lockPeople>>[number];

/**
 * Locks these people's rows, in id order so that no two transactions wait for each other, until the
 * transaction ends. Whoever books, moves or frees somebody's time holds their lock. Those who do not
 * exist are missing from the answer.
 */
export function lockPeople(tx: Executor, { ids }: { ids: string[] }) {
  return lockRows(tx, { ids: arrayOf(users.id, ids) });
}

/** Serializes what visitors do under one e-mail address, until the transaction ends. */
export async function lockAddress(tx: Executor, { email }: { email: string }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
}
