import { and, asc, count, eq, gte, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { organizationDomains } from '../schema/organization-domains';
import { organizations } from '../schema/organizations';
import { deliveries } from '../schema/outbox';
import { users } from '../schema/users';

/** Whoever has asked; null for who is forgotten. */
const requesterName = sql<string | null>`case when ${users.forgottenAt} is null
  then coalesce(${users.name}, ${users.email}) end`;

const columns = {
  id: organizationDomains.id,
  organizationId: organizationDomains.organizationId,
  domain: organizationDomains.domain,
  createdAt: organizationDomains.createdAt,
  verifiedAt: organizationDomains.verifiedAt,
  withdrawnAt: organizationDomains.withdrawnAt,
};

/** What mails to postmasters say. */
export async function listDomainsForMail(executor: Executor, { ids }: { ids: string[] }) {
  if (ids.length === 0) return [];
  return executor
    .select({ ...columns, requesterName })
    .from(organizationDomains)
    .innerJoin(users, eq(users.id, organizationDomains.requestedBy))
    .where(isAnyOf(organizationDomains.id, ids));
}

/** A domain with whose it is to be, for the page behind the mail to its postmaster. */
export async function getDomainToProve(executor: Executor, { id }: { id: string }) {
  const [row] = await executor
    .select({
      ...columns,
      requesterName,
      organization: {
        slug: organizations.slug,
        name: organizations.name,
        description: organizations.description,
        closedAt: organizations.closedAt,
      },
    })
    .from(organizationDomains)
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .innerJoin(users, eq(users.id, organizationDomains.requestedBy))
    .where(eq(organizationDomains.id, id))
    .limit(1);
  return row ?? null;
}

/** One of an organization's, withdrawn ones too. Under the organization's lock it stays as it is. */
export async function getDomain(
  executor: Executor,
  by: { id: string } | { organizationId: string; domain: string },
) {
  const [row] = await executor
    .select(columns)
    .from(organizationDomains)
    .where(
      'id' in by
        ? eq(organizationDomains.id, by.id)
        : and(
            eq(organizationDomains.organizationId, by.organizationId),
            eq(organizationDomains.domain, by.domain),
          ),
    )
    .limit(1);
  return row ?? null;
}

/** Asks for the proof of a domain, for the first time or again. @returns its id */
export async function askForDomain(
  tx: Executor,
  {
    now,
    ...values
  }: { organizationId: string; domain: string; requestedBy: string; now: Temporal.Instant },
): Promise<string> {
  const { organizationId, domain } = organizationDomains;
  const [row] = await tx
    .insert(organizationDomains)
    .values({ ...values, createdAt: now })
    .onConflictDoUpdate({
      target: [organizationId, domain],
      set: { requestedBy: values.requestedBy, createdAt: now, withdrawnAt: null },
    })
    .returning({ id: organizationDomains.id });
  if (!row) throw new Error('a domain was not written');
  return row.id;
}

export async function proveDomain(
  tx: Executor,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(organizationDomains)
    .set({ verifiedAt: now })
    .where(eq(organizationDomains.id, id));
}

export async function withdrawDomain(
  tx: Executor,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(organizationDomains)
    .set({ verifiedAt: null, withdrawnAt: now })
    .where(eq(organizationDomains.id, id));
}

/** Which organization has proved a domain, and whether it is closed. */
export async function getHolder(executor: Executor, { domain }: { domain: string }) {
  const [row] = await executor
    .select({
      id: organizationDomains.id,
      organizationId: organizationDomains.organizationId,
      isClosed: sql<boolean>`${organizations.closedAt} is not null`,
    })
    .from(organizationDomains)
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .where(and(eq(organizationDomains.domain, domain), isNotNull(organizationDomains.verifiedAt)))
    .limit(1);
  return row ?? null;
}

/** How many other domains an organization has, and how many of them nobody has proved. */
export async function countDomains(
  executor: Executor,
  { organizationId, except }: { organizationId: string; except: string },
) {
  const { verifiedAt } = organizationDomains;
  const [row] = await executor
    .select({
      all: count(),
      open: sql<number>`count(*) filter (where ${verifiedAt} is null)`.mapWith(Number),
    })
    .from(organizationDomains)
    .where(
      and(
        eq(organizationDomains.organizationId, organizationId),
        isNull(organizationDomains.withdrawnAt),
        ne(organizationDomains.domain, except),
      ),
    );
  return row ?? { all: 0, open: 0 };
}

/** Mails to postmasters since then: of an organization, and about a domain by whichever. */
export async function countDomainMails(
  executor: Executor,
  {
    organizationId,
    domain,
    since,
  }: { organizationId: string; domain: string; since: Temporal.Instant },
): Promise<{ ofOrganization: number; aboutDomain: number }> {
  const sent = and(gte(deliveries.createdAt, since), eq(deliveries.kind, 'domain_proof'));
  const [ofOrganization, [about]] = await Promise.all([
    executor.$count(deliveries, and(eq(deliveries.organizationId, organizationId), sent)),
    executor
      .select({ mails: count() })
      .from(organizationDomains)
      .innerJoin(
        deliveries,
        and(
          eq(deliveries.organizationId, organizationDomains.organizationId),
          eq(deliveries.domainId, organizationDomains.id),
        ),
      )
      .where(and(eq(organizationDomains.domain, domain), sent)),
  ]);
  return { ofOrganization, aboutDomain: about?.mails ?? 0 };
}

const latestMail = sql<(typeof deliveries.$inferSelect)['status'] | null>`(
  select latest.status from ${deliveries} as latest
  where latest.organization_id = ${organizationDomains.organizationId}
    and latest.domain_id = ${organizationDomains.id}
  order by latest.created_at desc limit 1)`;

/** An organization's domains, by name. */
export async function listDomains(
  executor: Executor,
  { organizationId, limit }: { organizationId: string; limit: number },
) {
  return executor
    .select({ ...columns, mailStatus: latestMail })
    .from(organizationDomains)
    .where(
      and(
        eq(organizationDomains.organizationId, organizationId),
        isNull(organizationDomains.withdrawnAt),
      ),
    )
    .orderBy(asc(organizationDomains.domain))
    .limit(limit);
}
