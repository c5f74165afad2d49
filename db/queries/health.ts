import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

/** Resolves when the database answers. */
export async function ping(executor: Executor): Promise<void> {
  await executor.execute(sql`select 1`);
}

/**
 * Whether the database takes what it is given to keep, when it answers at all: not while it is a copy of
 * another, nor when it or the login was made read-only, as hosts do when a disk is full.
 */
export async function takesWrites(executor: Executor): Promise<boolean> {
  const [row] = await executor.execute<{ writable: boolean }>(
    sql`select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean
      as writable`,
  );
  return row?.writable ?? false;
}
