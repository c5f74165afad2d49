import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { organizationDomains } from '../schema/organization-domains';
import { users } from '../schema/users';

/** What mails to postmasters say. */
export async function listDomainsForMail(executor: Executor, { ids }: { ids: string[] }) {
  if (ids.length === 0) return [];
  return executor
    .select({
      id: organizationDomains.id,
      domain: organizationDomains.domain,
      createdAt: organizationDomains.createdAt,
      verifiedAt: organizationDomains.verifiedAt,
      requesterName: sql<string>`coalesce(${users.name}, ${users.email})`,
    })
    .from(organizationDomains)
    .innerJoin(users, eq(users.id, organizationDomains.requestedBy))
    .where(isAnyOf(organizationDomains.id, ids));
}
