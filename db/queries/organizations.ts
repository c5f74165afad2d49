import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { memberships, organizations } from '../schema/organizations';

/** An organization, when the user administers it; its row of members is not read any further. */
export async function getAdministered(
  executor: Executor,
  { userId, organizationId }: { userId: string; organizationId: string },
) {
  const [row] = await executor
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organizationId, organizationId),
        eq(memberships.role, 'admin'),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The organizations that a user administers, by name. */
export async function listAdministered(executor: Executor, { userId }: { userId: string }) {
  return executor
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), eq(memberships.role, 'admin')))
    .orderBy(asc(organizations.name))
    .limit(100);
}
