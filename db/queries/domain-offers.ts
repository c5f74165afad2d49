import { and, asc, eq, gt, isNotNull, isNull, notExists, or } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { domainOfAddress } from '../schema/checks';
import { domainOffers, organizationDomains } from '../schema/organization-domains';
import { memberships, organizations } from '../schema/organizations';
import { users } from '../schema/users';

/** Condition: the domain is proved, of an organization that is open, and the proved address of the user is at it. */
function isAtProvedDomain() {
  return and(
    eq(organizationDomains.domain, domainOfAddress(users.email)),
    isNotNull(organizationDomains.verifiedAt),
    isNotNull(users.emailVerified),
    isNull(users.blockedAt),
    isNull(organizations.closedAt),
  );
}

function isNoMember(executor: Executor) {
  return notExists(
    executor
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.organizationId, organizationDomains.organizationId),
          eq(memberships.userId, users.id),
        ),
      ),
  );
}

/**
 * Who is to be asked by which organization, and never was: one person, or whoever has come, or whose
 * domain was proved, since then.
 */
export async function listToBeAsked(
  executor: Executor,
  { limit, ...whom }: { limit: number } & ({ userId: string } | { since: Temporal.Instant }),
) {
  return executor
    .select({
      userId: users.id,
      organizationId: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
    })
    .from(organizationDomains)
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .innerJoin(users, isAtProvedDomain())
    .where(
      and(
        'userId' in whom
          ? eq(users.id, whom.userId)
          : or(
              gt(organizationDomains.verifiedAt, whom.since),
              gt(users.emailVerified, new Date(whom.since.epochMilliseconds)),
            ),
        isNoMember(executor),
        notExists(
          executor
            .select({ askedAt: domainOffers.askedAt })
            .from(domainOffers)
            .where(
              and(
                eq(domainOffers.organizationId, organizationDomains.organizationId),
                eq(domainOffers.userId, users.id),
              ),
            ),
        ),
      ),
    )
    .limit(limit);
}

/** Notes that they are asked. @returns those who were not already */
export async function insertOffers(
  tx: Executor,
  rows: readonly { userId: string; organizationId: string }[],
  { now }: { now: Temporal.Instant },
) {
  if (rows.length === 0) return [];
  return tx
    .insert(domainOffers)
    .values(rows.map((row) => ({ ...row, askedAt: now })))
    .onConflictDoNothing()
    .returning({ userId: domainOffers.userId, organizationId: domainOffers.organizationId });
}

interface Which {
  userId: string;
  organizationId: string;
}

const isThis = ({ userId, organizationId }: Which) =>
  and(eq(domainOffers.userId, userId), eq(domainOffers.organizationId, organizationId));

/** What somebody was asked; under their lock it stays as it is. */
export async function getOffer(executor: Executor, which: Which) {
  const [row] = await executor
    .select({ answer: domainOffers.answer })
    .from(domainOffers)
    .where(isThis(which))
    .limit(1);
  return row ?? null;
}

export async function answerOffer(
  tx: Executor,
  { answer, ...which }: Which & { answer: 'joined' | 'declined' },
): Promise<void> {
  await tx.update(domainOffers).set({ answer }).where(isThis(which));
}

/** Somebody who leaves, or is removed, is not asked any more, whether or not they ever were. */
export async function closeOffer(
  tx: Executor,
  { now, ...which }: Which & { now: Temporal.Instant },
): Promise<void> {
  await tx
    .insert(domainOffers)
    .values({ ...which, askedAt: now, answer: 'declined' })
    .onConflictDoUpdate({
      target: [domainOffers.organizationId, domainOffers.userId],
      set: { answer: 'declined' },
      setWhere: isNull(domainOffers.answer),
    });
}

/** Whether somebody's proved address is still at a domain of the organization's. */
export async function isAtDomainOf(
  executor: Executor,
  { userId, organizationId }: Which,
): Promise<boolean> {
  const rows = await executor
    .select({ id: organizationDomains.id })
    .from(organizationDomains)
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .innerJoin(users, isAtProvedDomain())
    .where(and(eq(organizations.id, organizationId), eq(users.id, userId)))
    .limit(1);
  return rows.length > 0;
}

/** The organizations that ask somebody and wait for an answer, by name. */
export async function listOpenOffers(
  executor: Executor,
  { userId, limit }: { userId: string; limit: number },
) {
  return executor
    .select({
      organizationId: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      description: organizations.description,
      domain: organizationDomains.domain,
    })
    .from(domainOffers)
    .innerJoin(users, eq(users.id, domainOffers.userId))
    .innerJoin(
      organizationDomains,
      eq(organizationDomains.organizationId, domainOffers.organizationId),
    )
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .where(
      and(
        eq(domainOffers.userId, userId),
        isNull(domainOffers.answer),
        isAtProvedDomain(),
        isNoMember(executor),
      ),
    )
    .orderBy(asc(organizations.name), asc(organizations.id))
    .limit(limit);
}
