import { and, asc, eq, isNotNull, isNull, ne, or, type SQLWrapper, sql } from 'drizzle-orm';
import { type Permission, publicSlug, rolesThatMay } from '@/domain/organizations';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { memberships, organizations } from '../schema/organizations';

/** An organization, where the user may do this in it; of its members no more is read. */
export async function getPermitting(
  executor: Executor,
  {
    userId,
    permission,
    ...which
  }: { userId: string; permission: Permission } & ({ organizationId: string } | { slug: string }),
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
        'slug' in which
          ? eq(organizations.slug, which.slug)
          : eq(organizations.id, which.organizationId),
        isAnyOf(memberships.role, rolesThatMay(permission)),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Condition: `viewerId` (null: a visitor) may know that the organization exists. */
function isFoundBy(viewerId: string | null) {
  const isForAll = and(
    organizations.isPublic,
    isNotNull(organizations.approvedAt),
    isNull(organizations.closedAt),
  );
  return viewerId === null ? isForAll : or(isForAll, isNotNull(memberships.role));
}

function isMembershipOf(userId: string | null) {
  return and(
    eq(memberships.organizationId, organizations.id),
    userId === null ? sql`false` : eq(memberships.userId, userId),
  );
}

/** An organization as its home shows it, and what the viewer is in it; null where it is not theirs to see. */
export async function getOrganization(
  executor: Executor,
  { slug, viewerId }: { slug: string; viewerId: string | null },
) {
  const [row] = await executor
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      description: organizations.description,
      website: organizations.website,
      accentColor: organizations.accentColor,
      defaultLocale: organizations.defaultLocale,
      isPublic: organizations.isPublic,
      approvedAt: organizations.approvedAt,
      closedAt: organizations.closedAt,
      role: memberships.role,
    })
    .from(organizations)
    .leftJoin(memberships, isMembershipOf(viewerId))
    .where(and(eq(organizations.slug, slug), isFoundBy(viewerId)))
    .limit(1);
  return row ?? null;
}

/** The slugs of those that everybody may find, for the sitemap; the public one has no home of its own. */
export async function listPublicOrganizations(executor: Executor, { limit }: { limit: number }) {
  const rows = await executor
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(and(isFoundBy(null), ne(organizations.slug, publicSlug)))
    .orderBy(asc(organizations.slug))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}

/** What a user belongs to, and as what, by name. */
export async function listOrganizationsOf(executor: Executor, { userId }: { userId: string }) {
  return executor
    .select({ slug: organizations.slug, name: organizations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(organizations.name), asc(organizations.id))
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
