import { and, count, desc, eq, ilike, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { publicSlug } from '@/domain/organizations';
import type { Executor } from '../client';
import { memberships, organizations } from '../schema/organizations';
import { users } from '../schema/users';

/** How many organizations somebody has founded, closed ones too. */
export async function countFoundedBy(
  executor: Executor,
  { userId }: { userId: string },
): Promise<number> {
  const [row] = await executor
    .select({ founded: count() })
    .from(organizations)
    .where(eq(organizations.foundedBy, userId));
  return row?.founded ?? 0;
}

/** Whether somebody has proved their address. */
export async function hasProvedAddress(executor: Executor, { userId }: { userId: string }) {
  const rows = await executor
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.emailVerified)))
    .limit(1);
  return rows.length > 0;
}

/** Makes an organization with its first owner. Null: its slug is taken. */
export async function insertOrganization(
  tx: Executor,
  values: typeof organizations.$inferInsert & { foundedBy: string; createdAt: Temporal.Instant },
): Promise<{ id: string } | null> {
  const [row] = await tx
    .insert(organizations)
    .values(values)
    .onConflictDoNothing({ target: organizations.slug })
    .returning({ id: organizations.id });
  if (!row) return null;
  const { foundedBy: userId, createdAt } = values;
  await tx.insert(memberships).values({ organizationId: row.id, userId, role: 'owner', createdAt });
  return row;
}

const isNotPublicOne = ne(organizations.slug, publicSlug);

/** One page of all organizations but the public one, the newest first, for those who run the installation. */
export async function listOverseen(
  executor: Executor,
  { words, after, limit }: { words: string; after: string | null; limit: number },
) {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return executor
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      isPublic: organizations.isPublic,
      approvedAt: organizations.approvedAt,
      closedAt: organizations.closedAt,
      createdAt: organizations.createdAt,
      founderName: users.name,
      founderEmail: users.email,
    })
    .from(organizations)
    .leftJoin(users, eq(users.id, organizations.foundedBy))
    .where(
      and(
        isNotPublicOne,
        words === ''
          ? undefined
          : or(ilike(organizations.name, pattern), ilike(organizations.slug, pattern)),
        after === null
          ? undefined
          : sql`(${organizations.createdAt}, ${organizations.id}) < (
              select last.created_at, last.id from ${organizations} as last where last.id = ${after})`,
      ),
    )
    .orderBy(desc(organizations.createdAt), desc(organizations.id))
    .limit(limit);
}

/** An organization, locked until the transaction ends; never the public one, which nobody oversees. */
export async function lockOverseen(tx: Executor, { id }: { id: string }) {
  const [row] = await tx
    .select({
      id: organizations.id,
      approvedAt: organizations.approvedAt,
      closedAt: organizations.closedAt,
    })
    .from(organizations)
    .where(and(eq(organizations.id, id), isNotPublicOne))
    .limit(1)
    .for('no key update');
  return row ?? null;
}

export async function setOversight(
  tx: Executor,
  {
    id,
    set,
  }: { id: string; set: { approvedAt: Temporal.Instant } | { closedAt: Temporal.Instant | null } },
): Promise<void> {
  await tx.update(organizations).set(set).where(eq(organizations.id, id));
}
