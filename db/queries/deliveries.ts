import { and, asc, count, eq, gte, isNull, lt, lte, min, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { DeliveryKind, FrozenMail } from '@/domain/mails';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { isOneOf } from '../schema/checks';
import { deliveries } from '../schema/outbox';

export async function insertDeliveries(
  executor: Executor,
  rows: {
    kind: DeliveryKind;
    recipientId: string | null;
    recipientEmail: string;
    locale: 'en' | 'fr';
    bookingIds: readonly string[];
    nextPath: string | null;
    nextAttemptAt: Temporal.Instant;
    createdAt: Temporal.Instant;
  }[],
): Promise<void> {
  await insertRows(
    executor,
    deliveries,
    rows.map((row) => ({ ...row, bookingIds: [...row.bookingIds] })),
  );
}

/**
 * Takes up to `limit` due deliveries for one run, the longest due first, and counts the attempt.
 * Rows that another run is taking at this moment are passed over, not waited for; a lease that ran
 * out (its run died) is taken over. The attempt's number is the run's proof that a row is still its own.
 * @param options.dueAt only those due at exactly this instant; both sides of the comparison have the
 * database's microseconds
 */
export async function claimDueDeliveries(
  executor: Executor,
  options: {
    now: Temporal.Instant;
    leasedUntil: Temporal.Instant;
    dueAt: Temporal.Instant | null;
    maxAttempts: number;
    limit: number;
  },
) {
  const due = executor
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        isOneOf(deliveries.status, ['pending']),
        lte(deliveries.nextAttemptAt, options.now),
        options.dueAt === null ? undefined : eq(deliveries.nextAttemptAt, options.dueAt),
        or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, options.now)),
        lt(deliveries.attempts, options.maxAttempts),
      ),
    )
    .orderBy(asc(deliveries.nextAttemptAt))
    .limit(options.limit)
    .for('update', { skipLocked: true });
  return (
    executor
      .update(deliveries)
      .set({ leasedUntil: options.leasedUntil, attempts: sql`${deliveries.attempts} + 1` })
      // As an array the selection runs once; as a join the planner may run it again and take more rows.
      .where(sql`${deliveries.id} = any(array(${due}))`)
      .returning({
        id: deliveries.id,
        kind: deliveries.kind,
        recipientEmail: deliveries.recipientEmail,
        recipientId: deliveries.recipientId,
        locale: deliveries.locale,
        bookingIds: deliveries.bookingIds,
        nextPath: deliveries.nextPath,
        rendered: deliveries.rendered,
        attempts: deliveries.attempts,
        createdAt: deliveries.createdAt,
      })
  );
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDueDeliveries>>[number];

type Claim = { id: string; attempt: number };

const isStillClaimed = ({ id, attempt }: Claim) =>
  and(
    eq(deliveries.id, id),
    eq(deliveries.attempts, attempt),
    isOneOf(deliveries.status, ['pending']),
  );

/** Keeps the bytes that every attempt sends; null when the claim was lost to another run. */
export async function freezeDelivery(
  executor: Executor,
  { id, attempt, rendered }: Claim & { rendered: FrozenMail },
) {
  const [row] = await executor
    .update(deliveries)
    .set({ rendered })
    .where(and(isStillClaimed({ id, attempt }), isNull(deliveries.rendered)))
    .returning({ id: deliveries.id });
  return row ?? null;
}

export type DeliveryOutcome =
  | { status: 'sent'; sentAt: Temporal.Instant; note: string | null }
  | { status: 'skipped' | 'failed'; note: string }
  | { status: 'pending'; nextAttemptAt: Temporal.Instant; note: string };

/** Ends an attempt; null when the claim was lost to another run, whose outcome then stands. */
export async function recordDeliveryOutcome(
  executor: Executor,
  { id, attempt, outcome }: Claim & { outcome: DeliveryOutcome },
) {
  const [row] = await executor
    .update(deliveries)
    .set({
      status: outcome.status,
      leasedUntil: null,
      lastError: outcome.note,
      ...(outcome.status === 'sent' && { sentAt: outcome.sentAt }),
      ...(outcome.status === 'pending' && { nextAttemptAt: outcome.nextAttemptAt }),
    })
    .where(isStillClaimed({ id, attempt }))
    .returning({ id: deliveries.id });
  return row ?? null;
}

/**
 * Gives back a delivery that was claimed but never tried: the attempt does not count.
 * @param options.forgets also what it was to say
 */
export async function releaseDelivery(
  executor: Executor,
  {
    id,
    attempt,
    nextAttemptAt,
    forgets,
  }: Claim & { nextAttemptAt: Temporal.Instant; forgets: boolean },
) {
  await executor
    .update(deliveries)
    .set({
      leasedUntil: null,
      nextAttemptAt,
      attempts: sql`${deliveries.attempts} - 1`,
      ...(forgets && { rendered: null }),
    })
    .where(isStillClaimed({ id, attempt }));
}

/** Fails those whose last permitted attempt died with its run, and so was never recorded. */
export async function failExhaustedDeliveries(
  executor: Executor,
  { now, maxAttempts, note }: { now: Temporal.Instant; maxAttempts: number; note: string },
) {
  const rows = await executor
    .update(deliveries)
    .set({ status: 'failed', leasedUntil: null, lastError: note })
    .where(
      and(
        isOneOf(deliveries.status, ['pending']),
        lte(deliveries.nextAttemptAt, now),
        gte(deliveries.attempts, maxAttempts),
        or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, now)),
      ),
    )
    .returning({ id: deliveries.id });
  return rows.length;
}

/** How many deliveries are due and not done with, and since when the oldest of them is. */
export async function getMailBacklog(executor: Executor, { now }: { now: Temporal.Instant }) {
  const [row] = await executor
    .select({ backlog: count(), dueSince: min(deliveries.nextAttemptAt) })
    .from(deliveries)
    // As in the index: a parameter would not be seen to be the same.
    .where(and(sql`status = 'pending'`, lte(deliveries.nextAttemptAt, now)));
  return { backlog: row?.backlog ?? 0, dueSince: row?.dueSince ?? null };
}
