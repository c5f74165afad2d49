import { and, asc, count, eq, gte, isNull, lt, lte, min, or, type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { MembershipWords } from '@/domain/invitations';
import { type DeliveryKind, deliveryUrgency, type FrozenMail } from '@/domain/mails';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { isOneOf } from '../schema/checks';
import { deliveries, urgencyOfDelivery } from '../schema/outbox';

export async function insertDeliveries(
  executor: Executor,
  rows: {
    kind: DeliveryKind;
    recipientId: string | null;
    recipientEmail: string;
    locale: 'en' | 'fr';
    bookingIds: readonly string[];
    messageId: string | null;
    organizationId: string | null;
    invitationId: string | null;
    domainId: string | null;
    calendarId: string | null;
    membership: MembershipWords | null;
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
 * Takes up to `limit` due deliveries for one run, the most urgent first (`deliveryUrgency`) and of those
 * the longest due, in that order; and counts the attempt.
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
    .orderBy(urgencyOfDelivery, asc(deliveries.nextAttemptAt))
    .limit(options.limit)
    .for('update', { skipLocked: true });
  const claimed = await executor
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
      messageId: deliveries.messageId,
      organizationId: deliveries.organizationId,
      invitationId: deliveries.invitationId,
      domainId: deliveries.domainId,
      calendarId: deliveries.calendarId,
      membership: deliveries.membership,
      nextPath: deliveries.nextPath,
      rendered: deliveries.rendered,
      attempts: deliveries.attempts,
      nextAttemptAt: deliveries.nextAttemptAt,
      createdAt: deliveries.createdAt,
    });
  // An update answers in whatever order it came upon the rows.
  return claimed.toSorted(
    (one, other) =>
      deliveryUrgency[one.kind] - deliveryUrgency[other.kind] ||
      Temporal.Instant.compare(one.nextAttemptAt, other.nextAttemptAt),
  );
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDueDeliveries>>[number];

type Claim = { id: string; attempt: number };

/**
 * Keeps the bytes that every attempt sends, of many deliveries at once.
 * @returns whose: of the others the claim was lost to another run
 */
export async function freezeDeliveries(
  executor: Executor,
  { mails }: { mails: readonly (Claim & { rendered: FrozenMail })[] },
): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = await executor
    .update(deliveries)
    .set({ rendered: sql`mail.rendered` })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
        as mail (id uuid, attempt integer, rendered jsonb)`,
    )
    .where(and(isStillClaimedBy(sql`mail`), isNull(deliveries.rendered)))
    .returning({ id: deliveries.id });
  return rows.map(({ id }) => id);
}

/** `claim`: what has the id and the attempt's number, which is still the row's. */
function isStillClaimedBy(claim: SQL) {
  return and(
    eq(deliveries.id, sql`${claim}.id`),
    eq(deliveries.attempts, sql`${claim}.attempt`),
    isOneOf(deliveries.status, ['pending']),
  );
}

/**
 * What came of an attempt; `deferred`: it was none, and the delivery is given back with or without what
 * it was to say.
 */
export type DeliveryOutcome =
  | { status: 'sent'; sentAt: Temporal.Instant; note: string | null }
  | { status: 'skipped' | 'failed'; note: string }
  | { status: 'pending'; nextAttemptAt: Temporal.Instant; note: string }
  | { status: 'deferred'; nextAttemptAt: Temporal.Instant; forgets: boolean };

/** Ends attempts, but for those whose claim was lost to another run, whose outcome then stands. */
export async function recordDeliveryOutcomes(
  executor: Executor,
  { outcomes }: { outcomes: readonly (Claim & { outcome: DeliveryOutcome })[] },
): Promise<void> {
  const rows = outcomes.map(({ id, attempt, outcome }) => ({
    id,
    attempt,
    status: outcome.status === 'deferred' ? 'pending' : outcome.status,
    deferred: outcome.status === 'deferred',
    forgets: outcome.status === 'deferred' && outcome.forgets,
    note: 'note' in outcome ? outcome.note : null,
    sent_at: 'sentAt' in outcome ? outcome.sentAt.toString() : null,
    next_attempt_at: 'nextAttemptAt' in outcome ? outcome.nextAttemptAt.toString() : null,
  }));
  const { attempts, lastError, nextAttemptAt, rendered, sentAt } = deliveries;
  await executor
    .update(deliveries)
    .set({
      status: sql`outcome.status`,
      leasedUntil: null,
      attempts: sql`${attempts} - outcome.deferred::integer`,
      lastError: sql`case when outcome.deferred then ${lastError} else outcome.note end`,
      rendered: sql`case when outcome.forgets then null else ${rendered} end`,
      sentAt: sql`coalesce(outcome.sent_at, ${sentAt})`,
      nextAttemptAt: sql`coalesce(outcome.next_attempt_at, ${nextAttemptAt})`,
    })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outcome (
        id uuid, attempt integer, status text, deferred boolean, forgets boolean, note text,
        sent_at timestamptz, next_attempt_at timestamptz)`,
    )
    .where(isStillClaimedBy(sql`outcome`));
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
