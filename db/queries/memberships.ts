import { and, desc, eq, ilike, lt, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type MemberRole, publicSlug } from '@/domain/organizations';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { isOneOf } from '../schema/checks';
import { memberships, organizations } from '../schema/organizations';
import { mentors } from '../schema/mentors';
import { sessions } from '../schema/sessions';
import { services } from '../schema/services';
import { users } from '../schema/users';

const columns = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  locale: organizations.defaultLocale,
  isPublic: organizations.isPublic,
  approvedAt: organizations.approvedAt,
  closedAt: organizations.closedAt,
  refusesDisposable: organizations.refusesDisposable,
};

/**
 * Locks an organization until the transaction ends: whoever changes its roles, takes somebody out or
 * counts what it sends comes one after the other. After the people's locks, never before.
 */
export async function lockOrganization(tx: Executor, { id }: { id: string }) {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for('no key update');
  return readOrganization(tx, { id });
}

/** Keeps an organization as it is until the transaction ends; others may do the same at once. */
export async function holdOrganization(tx: Executor, { id }: { id: string }) {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for('share');
  return readOrganization(tx, { id });
}

async function readOrganization(executor: Executor, { id }: { id: string }) {
  const [row] = await executor
    .select(columns)
    .from(organizations)
    .where(eq(organizations.id, id))
    .limit(1);
  return row ? { ...row, isForEverybody: row.slug === publicSlug } : null;
}

export type LockedOrganization = NonNullable<Awaited<ReturnType<typeof lockOrganization>>>;

/** What somebody is in an organization; null: no member. */
export async function getRole(
  executor: Executor,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<MemberRole | null> {
  const [row] = await executor
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    .limit(1);
  return row?.role ?? null;
}

/** An organization by its slug with what the user is in it; null for who is no member. */
export async function getOwnMembership(
  executor: Executor,
  { slug, userId }: { slug: string; userId: string },
) {
  const [row] = await executor
    .select({ ...columns, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(organizations.slug, slug), eq(memberships.userId, userId)))
    .limit(1);
  return row ? { ...row, isForEverybody: row.slug === publicSlug } : null;
}

export async function countOwners(
  executor: Executor,
  { organizationId }: { organizationId: string },
): Promise<number> {
  return executor.$count(
    memberships,
    and(eq(memberships.organizationId, organizationId), isOneOf(memberships.role, ['owner'])),
  );
}

/** Makes somebody a member. @returns whether they were none before */
export async function insertMembership(
  tx: Executor,
  values: { organizationId: string; userId: string; role: MemberRole; createdAt: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx
    .insert(memberships)
    .values(values)
    .onConflictDoNothing({ target: [memberships.organizationId, memberships.userId] })
    .returning({ userId: memberships.userId });
  return rows.length > 0;
}

export async function updateRole(
  tx: Executor,
  { organizationId, userId, role }: { organizationId: string; userId: string; role: MemberRole },
): Promise<void> {
  await tx
    .update(memberships)
    .set({ role })
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
}

export async function deleteMembership(
  tx: Executor,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<void> {
  await tx
    .delete(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
}

/** Where a page of members ends: its last one. */
export interface MemberCursor {
  joinedAt: Temporal.Instant;
  userId: string;
}

/** A page of an organization's members, who came last first, after `cursor`. */
export async function listMembers(
  executor: Executor,
  {
    organizationId,
    search,
    role,
    cursor,
    limit,
  }: {
    organizationId: string;
    /** Part of a name or an address; empty: anybody. */
    search: string;
    role: MemberRole | null;
    cursor: MemberCursor | null;
    limit: number;
  },
) {
  const { createdAt, userId } = memberships;
  const pattern = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return executor
    .select({
      userId,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: createdAt,
      isBlocked: sql<boolean>`${users.blockedAt} is not null`,
      isMentor: sql<boolean>`exists (select from ${mentors} where ${mentors.userId} = ${users.id}
        and ${mentors.organizationId} = ${memberships.organizationId})`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        role === null ? undefined : eq(memberships.role, role),
        search === '' ? undefined : or(ilike(users.name, pattern), ilike(users.email, pattern)),
        cursor === null
          ? undefined
          : or(
              lt(createdAt, cursor.joinedAt),
              and(eq(createdAt, cursor.joinedAt), lt(userId, cursor.userId)),
            ),
      ),
    )
    .orderBy(desc(createdAt), desc(userId))
    .limit(limit);
}

/** A member by id, as their own or an admin's page names them. */
export async function getMember(
  executor: Executor,
  { organizationId, userId }: { organizationId: string; userId: string },
) {
  const [row] = await executor
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    .limit(1);
  return row ?? null;
}

/**
 * What somebody has before them with an organization's mentors: what is theirs as a mentee, what has
 * been proposed to their address, and has not begun; the earliest first.
 */
export async function listAhead(
  executor: Executor,
  {
    organizationId,
    userId,
    email,
    now,
  }: { organizationId: string; userId: string; email: string; now: Temporal.Instant },
) {
  const start = sql`lower(${bookings.period})`;
  const shown = {
    id: bookings.id,
    sessionId: bookings.sessionId,
    mentorId: bookings.mentorId,
    status: bookings.status,
    period: bookings.period,
    serviceTitle: services.title,
    mentorName: users.name,
    chargedCredits: bookings.chargedCredits,
    isOpenToAll: sql<boolean>`(${organizations.isPublic} or ${organizations.slug} = ${publicSlug})`,
  };
  return executor
    .select(shown)
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(users, eq(users.id, bookings.mentorId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
    .where(
      and(
        eq(bookings.organizationId, organizationId),
        isOneOf(bookings.status, ['held', 'pending', 'confirmed']),
        or(
          eq(bookings.menteeId, userId),
          and(isOneOf(bookings.status, ['held']), eq(bookings.guestEmail, email)),
        ),
        sql`${start} > ${now.toString()}::timestamptz`,
      ),
    )
    .orderBy(start, bookings.id)
    .limit(500);
}

/** Sessions that a mentor of the organization has still to hold or to close, the earliest first. */
export async function listToBeHeld(
  executor: Executor,
  { organizationId, mentorId, limit }: { organizationId: string; mentorId: string; limit: number },
) {
  return executor
    .selectDistinctOn([sql`lower(${bookings.period})`, bookings.sessionId], {
      bookingId: bookings.id,
      period: bookings.period,
      serviceTitle: services.title,
      menteeName: sql<string | null>`coalesce(${users.name}, ${bookings.guestName})`,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(users, eq(users.id, bookings.menteeId))
    .where(
      and(
        eq(bookings.organizationId, organizationId),
        eq(bookings.mentorId, mentorId),
        isOneOf(bookings.status, ['held', 'pending', 'confirmed', 'in_progress']),
      ),
    )
    .orderBy(sql`lower(${bookings.period})`, bookings.sessionId, bookings.id)
    .limit(limit);
}

/** The mentor page that somebody has with an organization. */
export async function getMentorPage(
  executor: Executor,
  { organizationId, userId }: { organizationId: string; userId: string },
) {
  const [row] = await executor
    .select({ slug: mentors.slug, publishedAt: mentors.publishedAt })
    .from(mentors)
    .where(and(eq(mentors.userId, userId), eq(mentors.organizationId, organizationId)))
    .limit(1);
  return row ?? null;
}

/** Takes a mentor page to another organization, as a draft. */
export async function moveMentorPage(
  tx: Executor,
  {
    userId,
    organizationId,
    slug,
    approvedAt,
  }: { userId: string; organizationId: string; slug: string; approvedAt: Temporal.Instant | null },
): Promise<void> {
  await tx
    .update(mentors)
    .set({ organizationId, slug, approvedAt, publishedAt: null })
    .where(eq(mentors.userId, userId));
}

/** The organization of everyone who belongs to none, with who may become a mentor there. */
export async function getPublicMentoring(executor: Executor) {
  const { id, mentoring, slug } = organizations;
  const [row] = await executor
    .select({ id, mentoring })
    .from(organizations)
    .where(eq(slug, publicSlug))
    .limit(1);
  if (!row) throw new Error('the public organization is missing: have the migrations run?');
  return row;
}
