import { and, asc, eq, type SQLWrapper, sql } from 'drizzle-orm';
import { type Permission, rolesThatMay } from '@/domain/organizations';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { memberships, organizations } from '../schema/organizations';

/** An organization, where the user may do this in it; of its members no more is read. */
export async function getPermitting(
  executor: Executor,
  {
    userId,
    organizationId,
    permission,
  }: { userId: string; organizationId: string; permission: Permission },
) {
  const [row] = await executor
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      /** Which gives them the right. */
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organizationId, organizationId),
        isAnyOf(memberships.role, rolesThatMay(permission)),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The organizations in which a user may do this, by name. */
export async function listPermitting(
  executor: Executor,
  { userId, permission }: { userId: string; permission: Permission },
) {
  return executor
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), isAnyOf(memberships.role, rolesThatMay(permission))))
    .orderBy(asc(organizations.name))
    .limit(100);
}

/** Condition: the user may do this in the organization, which is a column or an expression. */
export function isPermittedIn(
  organizationId: SQLWrapper,
  { userId, permission }: { userId: string; permission: Permission },
) {
  return sql<boolean>`exists (select 1 from ${memberships}
    where ${memberships.organizationId} = ${organizationId} and ${memberships.userId} = ${userId}
      and ${isAnyOf(memberships.role, rolesThatMay(permission))})`;
}
