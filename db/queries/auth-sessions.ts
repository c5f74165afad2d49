import type { Executor } from '../client';
import { authSessions } from '../schema/auth';

export async function insertAuthSession(
  executor: Executor,
  values: { sessionToken: string; userId: string; expires: Date },
) {
  await executor.insert(authSessions).values(values);
}
