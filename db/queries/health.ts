import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

/** Resolves when the database answers. */
export async function ping(executor: Executor): Promise<void> {
  await executor.execute(sql`select 1`);
}
