import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { authSessions } from '../schema/auth';
import { users } from '../schema/users';

export async function insertAuthSession(
  executor: Executor,
  values: { sessionToken: string; userId: string; expires: Date },
) {
  await executor.insert(authSessions).values(values);
}

/** Whose login session it is; null when it has ended, or they are blocked. */
export async function getSessionUserId(
  executor: Executor,
  { sessionToken, now }: { sessionToken: string; now: Temporal.Instant },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: users.id })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(
      and(
        eq(authSessions.sessionToken, sessionToken),
        gt(authSessions.expires, new Date(now.epochMilliseconds)),
        isNull(users.blockedAt),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}
