import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { db, type Transaction } from '@/db/client';
import { lockPeople } from '@/db/queries/people';

/** Far longer than anything takes that only waits for a lock. */
const mostWaitedMs = 10_000;

/**
 * Starts each when the one before waits for a lock, while these people are locked, and then lets go: they
 * get the locks in this order, and all but the first have read what was before the others.
 */
export async function inThisOrder<Outcomes extends readonly unknown[]>(
  personIds: string[],
  starts: { [Place in keyof Outcomes]: () => Promise<Outcomes[Place]> },
): Promise<Outcomes> {
  const running: Promise<unknown>[] = [];
  await db.transaction(async (tx) => {
    await lockPeople(tx, { ids: personIds });
    for (const start of starts) {
      running.push(start());
      await waitForLocks(running.length);
    }
  });
  return (await Promise.all(running)) as unknown as Outcomes;
}

/**
 * Starts `work` while somebody else has the lock that `lock` takes, and lets go once it waits for it; fails
 * where it does not.
 */
export async function waitingFor<Outcome>(
  lock: (tx: Transaction) => Promise<unknown>,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  let running: Promise<Outcome> | undefined;
  await db.transaction(async (tx) => {
    await lock(tx);
    running = work();
    await waitForLocks(1);
  });
  return running as Promise<Outcome>;
}

/** Until so many wait for a lock in this database. */
export async function waitForLocks(count: number): Promise<void> {
  const endsAt = performance.now() + mostWaitedMs;
  for (;;) {
    const [row] = await db.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if ((row?.waiting ?? 0) >= count) return;
    if (performance.now() > endsAt) throw new Error(`fewer than ${count} wait for a lock`);
    await setTimeout(5);
  }
}

/** Deadlocks in this database so far: each is resolved by starting again, which hides it. */
export async function countDeadlocks(): Promise<number> {
  const [row] = await db.execute<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  return row?.deadlocks ?? 0;
}
