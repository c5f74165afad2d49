import { db, type Transaction } from './client';
import { isTransient } from './errors';

/** Thrown inside a transaction that found, under its locks, that it has locked too few people. */
export class StartAgain extends Error {
  override name = 'StartAgain';
}

const mostTries = 3;

/**
 * Runs `work` in a transaction (READ COMMITTED). It is rolled back and started again, three times in
 * all, when the work asks for it or when PostgreSQL made it a deadlock's victim; so `work` must do
 * nothing outside the database.
 */
export async function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const again = error instanceof StartAgain || isTransient(error);
      if (!again || tries === mostTries) throw error;
    }
  }
}
