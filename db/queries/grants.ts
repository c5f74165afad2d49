import { and, asc, count, desc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { GrantRow } from '@/domain/credits';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { insertRows } from '../insert-rows';
import { grants, waitingGrants } from '../schema/grants';
import { memberships, organizations } from '../schema/organizations';
import { users } from '../schema/users';
import { isViewer } from '../viewer';
import { isPermittedIn } from './organizations';

/** Those who have one of these addresses, and whether they are members of the organization. */
export async function listRecipients(
  executor: Executor,
  { emails, organizationId }: { emails: string[]; organizationId: string },
) {
  if (emails.length === 0) return [];
  return executor
    .select({
      userId: users.id,
      email: users.email,
      blockedAt: users.blockedAt,
      isMember: sql<boolean>`exists (select 1 from ${memberships}
        where ${memberships.userId} = ${users.id} and ${memberships.organizationId} = ${organizationId})`,
    })
    .from(users)
    .where(isAnyOf(users.email, emails));
}

type NewGrant = Omit<typeof grants.$inferInsert, 'id'>;

/**
 * Writes a grant, unless the same form has left one before: whoever sends it at once is waited for.
 * @returns the new id, or null when the form is known
 */
export async function insertGrant(tx: Executor, grant: NewGrant): Promise<string | null> {
  const [row] = await tx
    .insert(grants)
    .values(grant)
    .onConflictDoNothing({ target: [grants.actorId, grants.requestId] })
    .returning({ id: grants.id });
  return row?.id ?? null;
}

/** What a form left when it was sent before. */
export async function getGrantOfRequest(
  executor: Executor,
  { actorId, requestId }: { actorId: string; requestId: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.actorId, actorId), eq(grants.requestId, requestId)))
    .limit(1);
  return row?.id ?? null;
}

/** A grant that the user made or began, locked until the transaction ends. */
export async function lockOwnGrant(tx: Executor, { id, actorId }: { id: string; actorId: string }) {
  const [row] = await tx
    .select({
      id: grants.id,
      organizationId: grants.organizationId,
      fileDigest: grants.fileDigest,
      rows: grants.rows,
      givenAt: grants.givenAt,
    })
    .from(grants)
    .where(and(eq(grants.id, id), eq(grants.actorId, actorId)))
    .for('update');
  return row ?? null;
}

/**
 * When a file was last given for an organization; null when never. Until the transaction ends nobody
 * else gets past here with the same file.
 */
export async function lockLastGivenOfFile(
  tx: Executor,
  { organizationId, fileDigest }: { organizationId: string; fileDigest: string | null },
): Promise<Temporal.Instant | null> {
  if (fileDigest === null) return null;
  const key = `${organizationId} ${fileDigest}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const [row] = await tx
    .select({ givenAt: max(grants.givenAt) })
    .from(grants)
    .where(and(eq(grants.organizationId, organizationId), eq(grants.fileDigest, fileDigest)));
  return row?.givenAt ?? null;
}

/** A draft has been given: what became of each row, and what it came to. */
export async function setGiven(
  tx: Executor,
  {
    id,
    ...set
  }: {
    id: string;
    rows: GrantRow[];
    recipientCount: number;
    totalCredits: number;
    givenAt: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .update(grants)
    .set(set)
    .where(and(eq(grants.id, id), isNull(grants.givenAt)));
}

/** Has credits wait for addresses that nobody has signed in with. */
export async function insertWaitingGrants(
  tx: Executor,
  rows: {
    grantId: string;
    email: string;
    credits: number;
    reason: string;
    createdAt: Temporal.Instant;
  }[],
): Promise<void> {
  await insertRows(tx, waitingGrants, rows);
}

/** Those of a grant's addresses whose credits still wait. */
export async function listWaitingAddresses(
  executor: Executor,
  { grantId }: { grantId: string },
): Promise<string[]> {
  const rows = await executor
    .select({ email: waitingGrants.email })
    .from(waitingGrants)
    .where(and(eq(waitingGrants.grantId, grantId), isNull(waitingGrants.givenAt)));
  return rows.map(({ email }) => email);
}

/** People who have proved an address that credits wait for, and are not blocked. */
export async function listAwaited(
  executor: Executor,
  { limit }: { limit: number },
): Promise<string[]> {
  const rows = await executor
    .selectDistinct({ id: users.id })
    .from(waitingGrants)
    .innerJoin(users, eq(users.email, waitingGrants.email))
    .where(
      and(isNull(waitingGrants.givenAt), isNotNull(users.emailVerified), isNull(users.blockedAt)),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Takes what waits for somebody who has proved their address, for good: of any number of calls at once,
 * one gets each of it. The oldest first.
 */
export async function takeWaitingGrants(
  tx: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  return tx
    .update(waitingGrants)
    .set({ userId, givenAt: now })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        eq(waitingGrants.email, users.email),
        isNull(waitingGrants.givenAt),
        isNotNull(users.emailVerified),
        isNull(users.blockedAt),
      ),
    )
    .returning({
      grantId: waitingGrants.grantId,
      credits: waitingGrants.credits,
      reason: waitingGrants.reason,
    });
}

/** By whom and for whom grants were made. */
export async function listGivers(executor: Executor, { ids }: { ids: string[] }) {
  return executor
    .select({
      id: grants.id,
      actorId: grants.actorId,
      organization: { id: organizations.id, name: organizations.name },
    })
    .from(grants)
    .innerJoin(organizations, eq(organizations.id, grants.organizationId))
    .where(isAnyOf(grants.id, ids))
    .orderBy(asc(grants.givenAt), asc(grants.id));
}

/** Who gave, by name or else by address: to a page, of people of an organization that its viewer administers. */
function actorName(executor: Executor) {
  const address = isViewer(executor)
    ? sql`(select person.email from shown.administered_people as person where person.id = ${users.id})`
    : users.email;
  return sql<string>`coalesce(${users.name}, ${address})`;
}

const summary = {
  id: grants.id,
  givenAt: sql`${grants.givenAt}`.mapWith(grants.givenAt),
  recipient: sql<string | null>`case when ${grants.recipientCount} = 1
    then jsonb_path_query_first(${grants.rows},
      '$[*] ? (@.outcome == "given" || @.outcome == "waiting").email') #>> '{}' end`,
  recipientCount: grants.recipientCount,
  totalCredits: grants.totalCredits,
  reason: grants.reason,
  fileName: grants.fileName,
};

/** A page of what an organization has given, the latest first, and how many grants there are. */
export async function listGrants(
  executor: Executor,
  { organizationId, limit, offset }: { organizationId: string; limit: number; offset: number },
) {
  const those = and(eq(grants.organizationId, organizationId), isNotNull(grants.givenAt));
  const [rows, [counted]] = await Promise.all([
    executor
      .select({ ...summary, actorName: actorName(executor) })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.actorId))
      .where(those)
      .orderBy(desc(grants.givenAt), desc(grants.id))
      .limit(limit)
      .offset(offset),
    executor.select({ total: count() }).from(grants).where(those),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Condition: the organization is one whose credits the user gives. */
function isAdministeredBy(userId: string) {
  return isPermittedIn(grants.organizationId, { userId, permission: 'give_credits' });
}

/**
 * One grant with its report, for the admins of its organization; a draft is for whoever began it. With
 * the last time that the same file was given before.
 * @param asked.slug the organization's
 */
export async function getGrantReport(
  executor: Executor,
  { id, slug, viewerId }: { id: string; slug: string; viewerId: string },
) {
  const [row] = await executor
    .select({
      id: grants.id,
      rows: grants.rows,
      fileName: grants.fileName,
      givenAt: grants.givenAt,
      recipientCount: grants.recipientCount,
      totalCredits: grants.totalCredits,
      actorName: actorName(executor),
      organization: { slug: organizations.slug, name: organizations.name },
      sameFileGivenAt:
        sql<Temporal.Instant | null>`(select max(earlier.given_at) from ${grants} as earlier
        where earlier.organization_id = ${grants.organizationId} and earlier.id <> ${grants.id}
          and earlier.file_digest = ${grants.fileDigest})`.mapWith(grants.givenAt),
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.actorId))
    .innerJoin(organizations, eq(organizations.id, grants.organizationId))
    .where(
      and(
        eq(grants.id, id),
        eq(organizations.slug, slug),
        isAdministeredBy(viewerId),
        sql`(${grants.givenAt} is not null or ${grants.actorId} = ${viewerId})`,
      ),
    )
    .limit(1);
  return row ?? null;
}
