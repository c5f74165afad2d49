import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { seatedStatuses } from '@/domain/bookings';
import type { Executor, Transaction } from '../client';
import { isAnyOf } from '../conditions';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { sessionMessages } from '../schema/session-messages';

/** What mentors wrote to everybody in a session, by id. */
export async function listSessionMessages(executor: Executor, { ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return [];
  return executor
    .select({ id: sessionMessages.id, text: sessionMessages.text })
    .from(sessionMessages)
    .where(isAnyOf(sessionMessages.id, ids));
}

/** Whether the sender has sent this form before. */
export async function hasSentMessage(
  executor: Executor,
  { senderId, requestId }: { senderId: string; requestId: string },
): Promise<boolean> {
  const sent = and(
    eq(sessionMessages.senderId, senderId),
    eq(sessionMessages.requestId, requestId),
  );
  return (await executor.$count(sessionMessages, sent)) > 0;
}

/** How many messages a session has had, and how many of them since `since`. */
export async function countSessionMessages(
  executor: Executor,
  { sessionId, since }: { sessionId: string; since: Temporal.Instant },
) {
  const isRecent = gt(sessionMessages.createdAt, since);
  const [row] = await executor
    .select({ all: count(), recent: sql<number>`(count(*) filter (where ${isRecent}))::int` })
    .from(sessionMessages)
    .where(eq(sessionMessages.sessionId, sessionId));
  return row ?? { all: 0, recent: 0 };
}

export async function insertSessionMessage(
  tx: Transaction,
  values: typeof sessionMessages.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(sessionMessages).values(values);
}

/**
 * The bookings whose mentees hold a seat of the session, or held it when it ended. A hold's address is not
 * proved, and of a request the mentor says yes or no first.
 */
export async function listSeatsToWrite(executor: Executor, { sessionId }: { sessionId: string }) {
  return executor
    .select({ id: bookings.id, status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), isOneOf(bookings.status, seatedStatuses)))
    .orderBy(bookings.id);
}
