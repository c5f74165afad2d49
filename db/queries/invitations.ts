import { and, asc, count, desc, eq, gt, gte, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { InvitationKind } from '@/domain/invitations';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { insertRows } from '../insert-rows';
import { emailTokens } from '../schema/auth';
import { invitations, invitationUses } from '../schema/invitations';
import { memberships, organizations } from '../schema/organizations';
import { deliveries } from '../schema/outbox';
import { users } from '../schema/users';

const columns = {
  id: invitations.id,
  organizationId: invitations.organizationId,
  kind: invitations.kind,
  role: invitations.role,
  email: invitations.email,
  name: invitations.name,
  locale: invitations.locale,
  invitedBy: invitations.invitedBy,
  expiresAt: invitations.expiresAt,
  mostUses: invitations.mostUses,
  uses: invitations.uses,
  revokedAt: invitations.revokedAt,
};

export async function insertInvitation(
  tx: Executor,
  values: typeof invitations.$inferInsert,
): Promise<string> {
  const [row] = await tx.insert(invitations).values(values).returning({ id: invitations.id });
  if (!row) throw new Error('an invitation was not written');
  return row.id;
}

export async function insertInvitations(
  tx: Executor,
  rows: (typeof invitations.$inferInsert)[],
): Promise<void> {
  await insertRows(tx, invitations, rows);
}

/**
 * Which invitation a secret opens: a link's own, or one that went out with a mail. The secret's hash is
 * the proof of who may look.
 */
export async function findInvitation(
  executor: Executor,
  by: { tokenHash: string } | { id: string; email: string },
): Promise<string | null> {
  if ('id' in by) {
    const [own] = await executor
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.id, by.id), eq(invitations.email, by.email)))
      .limit(1);
    return own?.id ?? null;
  }
  const { tokenHash } = by;
  const [link] = await executor
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.tokenHash, tokenHash))
    .limit(1);
  if (link) return link.id;
  const [mailed] = await executor
    .select({ id: emailTokens.invitationId })
    .from(emailTokens)
    .where(and(eq(emailTokens.tokenHash, tokenHash), eq(emailTokens.purpose, 'invitation')))
    .limit(1);
  return mailed?.id ?? null;
}

/** An invitation locked until the transaction ends: of many at its last use one gets in. */
export async function lockInvitation(tx: Executor, { id }: { id: string }) {
  await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.id, id))
    .for('no key update');
  const [row] = await tx.select(columns).from(invitations).where(eq(invitations.id, id)).limit(1);
  return row ?? null;
}

export async function getInvitation(executor: Executor, { id }: { id: string }) {
  const [row] = await executor
    .select({
      ...columns,
      inviterName: users.name,
      organization: {
        name: organizations.name,
        slug: organizations.slug,
        description: organizations.description,
        closedAt: organizations.closedAt,
      },
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.id, id))
    .limit(1);
  return row ?? null;
}

/** Notes that an invitation has let somebody in. */
export async function spendInvitation(
  tx: Executor,
  { id, userId, now }: { id: string; userId: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insert(invitationUses)
    .values({ invitationId: id, userId, usedAt: now })
    .onConflictDoNothing();
  await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(eq(invitations.id, id));
}

/**
 * Takes invitations back, of one organization or (null) of all, where they still let somebody in.
 * @returns how many
 */
export async function revokeInvitations(
  tx: Executor,
  {
    organizationId,
    now,
    ...which
  }: { organizationId: string | null; now: Temporal.Instant } & (
    | { id: string }
    | { emails: readonly string[] }
    | { invitedBy: string }
  ),
): Promise<number> {
  const those =
    'id' in which
      ? eq(invitations.id, which.id)
      : 'emails' in which
        ? and(isAnyOf(invitations.email, which.emails), eq(invitations.uses, 0))
        : and(
            eq(invitations.invitedBy, which.invitedBy),
            // A mail to a member to be is for whom it names; a link lets in whoever has kept it.
            or(eq(invitations.kind, 'link'), ne(invitations.role, 'member')),
            gt(invitations.expiresAt, now),
          );
  const rows = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        organizationId === null ? undefined : eq(invitations.organizationId, organizationId),
        isNull(invitations.revokedAt),
        those,
      ),
    )
    .returning({ id: invitations.id });
  return rows.length;
}

/** A mail of invitation is to be sent again, and lets its reader in for as long as a new one. */
export async function prolongInvitation(
  tx: Executor,
  { id, expiresAt }: { id: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx.update(invitations).set({ expiresAt }).where(eq(invitations.id, id));
}

/** Those of the addresses whom a mail that still works has invited, and those who are members. */
export async function listKnownAddresses(
  executor: Executor,
  {
    organizationId,
    emails,
    now,
  }: { organizationId: string; emails: readonly string[]; now: Temporal.Instant },
) {
  if (emails.length === 0) return { invited: new Set<string>(), people: [] };
  const [invited, people] = await Promise.all([
    executor
      .select({ email: invitations.email })
      .from(invitations)
      .where(
        and(
          eq(invitations.organizationId, organizationId),
          isAnyOf(invitations.email, emails),
          isNull(invitations.revokedAt),
          eq(invitations.uses, 0),
          gt(invitations.expiresAt, now),
        ),
      ),
    executor
      .select({
        id: users.id,
        email: users.email,
        locale: users.locale,
        role: memberships.role,
      })
      .from(users)
      .leftJoin(
        memberships,
        and(eq(memberships.userId, users.id), eq(memberships.organizationId, organizationId)),
      )
      .where(isAnyOf(users.email, emails)),
  ]);
  return { invited: new Set(invited.flatMap(({ email }) => email ?? [])), people };
}

/** Mails of invitation that an organization has written since then. */
export async function countInvitationMails(
  executor: Executor,
  { organizationId, since }: { organizationId: string; since: Temporal.Instant },
): Promise<number> {
  return executor.$count(
    deliveries,
    and(
      eq(deliveries.organizationId, organizationId),
      gte(deliveries.createdAt, since),
      eq(deliveries.kind, 'invitation'),
    ),
  );
}

const latestMail = sql`(select latest.status from ${deliveries} as latest
  where latest.invitation_id = ${invitations.id} order by latest.created_at desc limit 1)`;

interface Open {
  organizationId: string;
  kind: InvitationKind;
  now: Temporal.Instant;
}

function isOpen({ organizationId, kind }: Open) {
  return and(
    eq(invitations.organizationId, organizationId),
    eq(invitations.kind, kind),
    isNull(invitations.revokedAt),
    or(isNull(invitations.mostUses), lt(invitations.uses, invitations.mostUses)),
  );
}

/** An organization's invitations that nobody has taken back or used up, expired ones too, the latest first. */
export async function listOpenInvitations(
  executor: Executor,
  { limit, offset, ...open }: Open & { limit: number; offset: number },
) {
  return executor
    .select({
      id: invitations.id,
      kind: invitations.kind,
      role: invitations.role,
      email: invitations.email,
      name: invitations.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      mostUses: invitations.mostUses,
      uses: invitations.uses,
      inviterName: users.name,
      mailStatus: sql<(typeof deliveries.$inferSelect)['status'] | null>`${latestMail}`,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(isOpen(open))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit)
    .offset(offset);
}

export async function countOpenInvitations(executor: Executor, open: Open): Promise<number> {
  const [row] = await executor.select({ total: count() }).from(invitations).where(isOpen(open));
  return row?.total ?? 0;
}

/** What mails of invitation say, each as its invitation stands now. */
export async function listInvitationsForMail(executor: Executor, { ids }: { ids: string[] }) {
  if (ids.length === 0) return [];
  return executor
    .select({ ...columns, inviterName: users.name, closedAt: organizations.closedAt })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(isAnyOf(invitations.id, ids))
    .orderBy(asc(invitations.id));
}

/** The names and slugs of organizations. */
export async function listOrganizationNames(executor: Executor, { ids }: { ids: string[] }) {
  if (ids.length === 0) return [];
  return executor
    .select({ id: organizations.id, name: organizations.name, slug: organizations.slug })
    .from(organizations)
    .where(isAnyOf(organizations.id, ids));
}
