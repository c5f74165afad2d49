import { db, type Transaction } from './client';
import { Busy, isBusy, isTransient } from './errors';
import { Gate } from './gate';
import { currentWork, waitMs, workingAs } from './work';

/** Thrown inside a transaction that found, under its locks, that it has locked too few people. */
export class StartAgain extends Error {
  override name = 'StartAgain';
}

const mostTries = 3;

/**
 * Those who want the same person's time wait for each other here and not on connections of the
 * database: two may, so that one is under way while the other's answer travels. Not for rightness, which
 * the lock in the database sees to.
 */
const gate = new Gate({ atOnce: 2, mostWaiting: 300, patienceMs: waitMs });

/** From how many on those who wait for a person are a crowd. */
const crowd = 10;

/** Whether so many wait for this person's time that it is worth a look whether it is still to be had. */
export function isCrowded(personId: string): boolean {
  return gate.waitingFor(personId) >= crowd;
}

/**
 * Runs `work` in a transaction (READ COMMITTED). It is rolled back and started again, three times in
 * all, when the work asks for it or when PostgreSQL made it a deadlock's victim; so `work` must do
 * nothing outside the database.
 * @param waitFor the person whose time many may want at once, by id: of those who wait for one person
 *   only few take a connection
 * @throws Busy when others had to be waited for too long; nothing was done then
 */
export function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
  { waitFor }: { waitFor?: string } = {},
): Promise<Value> {
  const kind = currentWork() === 'page' ? 'service' : currentWork();
  const tryIt = () => workingAs(kind, () => untilDone(work));
  return waitFor === undefined ? tryIt() : gate.pass(waitFor, tryIt);
}

async function untilDone<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const again = error instanceof StartAgain || isTransient(error);
      if (again && tries < mostTries) continue;
      throw isBusy(error) ? new Busy('others had to be waited for', { cause: error }) : error;
    }
  }
}
