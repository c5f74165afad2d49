import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { authSessions } from '../schema/auth';
import { users } from '../schema/users';

export async function insertAuthSession(
  executor: Executor,
  { tokenHash, ...values }: { tokenHash: string; userId: string; expires: Date },
) {
  await executor.insert(authSessions).values({ sessionToken: tokenHash, ...values });
}

/** Whose login session it is; null when it has ended, or they are blocked. */
export async function getSessionUserId(
  executor: Executor,
  { tokenHash, now }: { tokenHash: string; now: Temporal.Instant },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: users.id })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(
      and(
        eq(authSessions.sessionToken, tokenHash),
        gt(authSessions.expires, new Date(now.epochMilliseconds)),
        isNull(users.blockedAt),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

/** Notes from what device a login session was begun. */
export async function setDevice(
  executor: Executor,
  { tokenHash, device }: { tokenHash: string; device: string },
): Promise<void> {
  await executor
    .update(authSessions)
    .set({ device })
    .where(eq(authSessions.sessionToken, tokenHash));
}

/** What a login session is called: the hash of its token, which opens nothing. */
const sessionId = authSessions.sessionToken;

/** A user's login sessions that are good, the one that was used last first. */
export async function listAuthSessions(
  executor: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  return executor
    .select({ id: sessionId, device: authSessions.device, expires: authSessions.expires })
    .from(authSessions)
    .where(
      and(
        eq(authSessions.userId, userId),
        gt(authSessions.expires, new Date(now.epochMilliseconds)),
      ),
    )
    .orderBy(desc(authSessions.expires))
    .limit(100);
}

/** Ends one of a user's login sessions, or all but one. @returns how many that were */
export async function deleteAuthSessions(
  executor: Executor,
  { userId, ...which }: { userId: string } & ({ id: string } | { allBut: string }),
): Promise<number> {
  const rows = await executor
    .delete(authSessions)
    .where(
      and(
        eq(authSessions.userId, userId),
        'id' in which ? eq(sessionId, which.id) : ne(sessionId, which.allBut),
      ),
    )
    .returning({ userId: authSessions.userId });
  return rows.length;
}
