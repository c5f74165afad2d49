import { publicSlug } from '@/domain/organizations';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { TopUpStatus } from '@/domain/credits';
import type { Executor } from '../client';
import { organizations } from '../schema/organizations';
import { paymentEvents, topUps } from '../schema/top-ups';

/** Somebody wants to buy credits. @returns the id of the row */
export async function insertTopUp(
  executor: Executor,
  topUp: {
    userId: string;
    credits: number;
    amount: number;
    currency: string;
    createdAt: Temporal.Instant;
  },
): Promise<string> {
  const [row] = await executor.insert(topUps).values(topUp).returning({ id: topUps.id });
  if (!row) throw new Error('a top-up was not written');
  return row.id;
}

/** The payment page is there. Its events may have come first, and then have noted it themselves. */
export async function setCheckoutSession(
  executor: Executor,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<void> {
  await executor.update(topUps).set({ sessionId }).where(eq(topUps.id, id));
}

/**
 * Moves a top-up from the status that the caller has seen.
 * @returns false when it has another by now
 */
export async function changeTopUp(
  executor: Executor,
  {
    id,
    from,
    ...set
  }: { id: string; from: TopUpStatus } & (
    | { status: Exclude<TopUpStatus, 'paid'>; sessionId?: string; paymentId?: string | null }
    | {
        status: 'paid';
        sessionId: string;
        paymentId: string | null;
        transferId: string;
        paidAt: Temporal.Instant;
      }
  ),
): Promise<boolean> {
  const rows = await executor
    .update(topUps)
    .set(set)
    .where(and(eq(topUps.id, id), eq(topUps.status, from)))
    .returning({ id: topUps.id });
  return rows.length > 0;
}

/** A top-up by its own id, or else by that of its payment; locked until the transaction ends. */
export async function lockTopUp(
  tx: Executor,
  { topUpId, paymentId }: { topUpId: string | null; paymentId: string | null },
) {
  if (topUpId === null && paymentId === null) return null;
  const [row] = await tx
    .select({
      id: topUps.id,
      userId: topUps.userId,
      credits: topUps.credits,
      amount: topUps.amount,
      currency: topUps.currency,
      status: topUps.status,
      sessionId: topUps.sessionId,
      paymentId: topUps.paymentId,
    })
    .from(topUps)
    .where(topUpId === null ? eq(topUps.paymentId, paymentId ?? '') : eq(topUps.id, topUpId))
    .for('no key update');
  return row ?? null;
}

/** Notes an event. @returns false when it came before: then nothing may follow from it again */
export async function insertPaymentEvent(
  tx: Executor,
  event: typeof paymentEvents.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(paymentEvents)
    .values(event)
    .onConflictDoNothing({ target: paymentEvents.id })
    .returning({ id: paymentEvents.id });
  return rows.length > 0;
}

/** Money of a top-up went back: what is noted only grows, as the events come in any order. */
export async function noteReturn(
  tx: Executor,
  {
    id,
    refundedAmount,
    disputedAt,
  }: { id: string; refundedAmount: number; disputedAt: Temporal.Instant | null },
): Promise<void> {
  await tx
    .update(topUps)
    .set({
      refundedAmount: sql`greatest(${topUps.refundedAmount}, ${refundedAmount})`,
      ...(disputedAt && {
        disputedAt: sql`coalesce(${topUps.disputedAt}, ${disputedAt.toString()}::timestamptz)`,
      }),
    })
    .where(eq(topUps.id, id));
}

/** How a top-up of the user's stands. */
export async function getOwnTopUp(
  executor: Executor,
  { id, userId }: { id: string; userId: string },
) {
  const [row] = await executor
    .select({ status: topUps.status, credits: topUps.credits })
    .from(topUps)
    .where(and(eq(topUps.id, id), eq(topUps.userId, userId)))
    .limit(1);
  return row ?? null;
}

/** What a user has paid for by a means that takes its time, the latest first. */
export async function listPendingTopUps(
  executor: Executor,
  { userId, limit }: { userId: string; limit: number },
) {
  return executor
    .select({ id: topUps.id, credits: topUps.credits })
    .from(topUps)
    .where(and(eq(topUps.userId, userId), eq(topUps.status, 'pending')))
    .orderBy(desc(topUps.createdAt))
    .limit(limit);
}

/** The organization that sells: all payments of a site go to one account, which is its operator's. */
export async function getSellingOrganization(executor: Executor): Promise<string> {
  const [row] = await executor
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, publicSlug))
    .limit(1);
  if (!row) throw new Error('there is no public organization');
  return row.id;
}
