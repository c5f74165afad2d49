import { and, asc, count, eq, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { MentorStanding } from '@/domain/mentors';
import { publicSlug } from '@/domain/organizations';
import type { Executor } from '../client';
import { mentors } from '../schema/mentors';
import { memberships, organizations } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { users } from '../schema/users';
import { mentorHandle } from './mentor-handle';

const isPublished = isNotNull(mentors.publishedAt);
const isApproved = isNotNull(mentors.approvedAt);

/** Condition: the mentor stands there. Each mentor stands in one place. */
const stands: Record<MentorStanding, SQL | undefined> = {
  waiting: and(isPublished, isNull(mentors.approvedAt)),
  shown: and(isPublished, isApproved, mentors.takingBookings),
  paused: and(isPublished, isApproved, not(mentors.takingBookings)),
  hidden: isNull(mentors.publishedAt),
};

const nameOf = sql<string>`coalesce(${users.name}, '')`;

/**
 * An organization's mentors for those who look after them, by name, one more than `limit` where there
 * are more.
 * @param words letters of the name; empty for all
 * @param after the last mentor of the page before, by whom the list goes on
 */
export async function listOrganizationMentors(
  executor: Executor,
  {
    organizationId,
    standing,
    words,
    after,
    limit,
  }: {
    organizationId: string;
    standing: MentorStanding | null;
    words: string;
    after: string | null;
    limit: number;
  },
) {
  const rows = await executor
    .select({
      id: mentors.userId,
      ...mentorHandle,
      name: users.name,
      portraitId: portraits.id,
      headline: mentors.headline,
      standing: sql<MentorStanding>`case when ${stands.waiting} then 'waiting'
        when ${stands.shown} then 'shown' when ${stands.paused} then 'paused' else 'hidden' end`,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .where(
      and(
        eq(mentors.organizationId, organizationId),
        standing === null ? undefined : stands[standing],
        words === '' ? undefined : sql`position(lower(${words}) in lower(${nameOf})) > 0`,
        after === null
          ? undefined
          : sql`(${nameOf}, ${mentors.userId}) > (select coalesce(name, ''), id from users where id = ${after})`,
      ),
    )
    .orderBy(asc(nameOf), asc(mentors.userId))
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** How many of an organization's mentors wait for approval. */
export async function countWaitingMentors(
  executor: Executor,
  { organizationId }: { organizationId: string },
): Promise<number> {
  const [row] = await executor
    .select({ waiting: count() })
    .from(mentors)
    .where(and(eq(mentors.organizationId, organizationId), stands.waiting));
  return row?.waiting ?? 0;
}

/** The mentor of an organization by their slug in it. */
export async function getOrganizationMentorId(
  executor: Executor,
  { organizationId, slug }: { organizationId: string; slug: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: mentors.userId })
    .from(mentors)
    .where(and(eq(mentors.organizationId, organizationId), eq(mentors.slug, slug)))
    .limit(1);
  return row?.id ?? null;
}

/** Who belongs to an organization under an address, as everybody does to the public one. */
export async function getMemberByEmail(
  executor: Executor,
  { organizationId, email }: { organizationId: string; email: string },
) {
  const [row] = await executor
    .select({ id: users.id, name: users.name, timeZone: users.timeZone, locale: users.locale })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .leftJoin(
      memberships,
      and(eq(memberships.organizationId, organizations.id), eq(memberships.userId, users.id)),
    )
    .where(
      and(
        eq(users.email, email),
        isNull(users.blockedAt),
        or(isNotNull(memberships.userId), eq(organizations.slug, publicSlug)),
      ),
    )
    .limit(1);
  return row ?? null;
}
