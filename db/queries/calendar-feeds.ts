import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { calendarFeeds } from '../schema/calendar-feeds';
import { users } from '../schema/users';

/** Whose feed the secret of this hash opens; null for none, and for that of a blocked user. */
export async function getFeedOwner(executor: Executor, { tokenHash }: { tokenHash: string }) {
  const [row] = await executor
    .select({ id: users.id, locale: users.locale })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(users.blockedAt)))
    .limit(1);
  return row ?? null;
}

/** When the user's feed got its present link; null when there is none. */
export async function getFeed(executor: Executor, { userId }: { userId: string }) {
  const [row] = await executor
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId))
    .limit(1);
  return row ?? null;
}

/** Puts the new secret in the place of the old one, which opens nothing from then on. */
export async function saveFeed(
  executor: Executor,
  values: { userId: string; tokenHash: string; createdAt: Temporal.Instant },
) {
  const { tokenHash, createdAt } = values;
  await executor
    .insert(calendarFeeds)
    .values(values)
    .onConflictDoUpdate({ target: calendarFeeds.userId, set: { tokenHash, createdAt } });
}

export async function deleteFeed(executor: Executor, { userId }: { userId: string }) {
  await executor.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
}
