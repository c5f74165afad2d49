import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { type Permission, publicSlug, rolesThatMay } from '@/domain/organizations';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { memberships, organizations } from '../schema/organizations';
import { users } from '../schema/users';

/** Condition: the user belongs to the organization, as everybody does to the public one. */
function hasMember(userId: string) {
  return or(
    eq(organizations.slug, publicSlug),
    sql`exists (select from ${memberships}
      where ${memberships.organizationId} = ${organizations.id} and ${memberships.userId} = ${userId})`,
  );
}

/** Condition: the user may become a mentor of the organization by themselves. */
function takesMentor(userId: string) {
  return and(
    isNull(organizations.closedAt),
    ne(organizations.mentoring, 'appointed'),
    hasMember(userId),
  );
}

/** The organizations of which a user may become a mentor, the public one first, then by name. */
export async function listMentoringChoices(executor: Executor, { userId }: { userId: string }) {
  return executor
    .select({
      slug: organizations.slug,
      name: organizations.name,
      mentoring: organizations.mentoring,
    })
    .from(organizations)
    .where(takesMentor(userId))
    .orderBy(sql`${organizations.slug} <> ${publicSlug}`, asc(organizations.name))
    .limit(100);
}

/** What a new mentor begins with in an organization. */
const beginnings = {
  id: organizations.id,
  mentoring: organizations.mentoring,
  allowedFormats: organizations.allowedFormats,
  rules: {
    minimumNoticeMinutes: organizations.minimumNoticeMinutes,
    horizonDays: organizations.horizonDays,
    stepMinutes: organizations.stepMinutes,
    bufferBeforeMinutes: organizations.bufferBeforeMinutes,
    bufferAfterMinutes: organizations.bufferAfterMinutes,
    maxSessionsPerDay: organizations.maxSessionsPerDay,
    maxSessionsPerWeek: organizations.maxSessionsPerWeek,
    mostOpenEach: organizations.mostOpenEach,
    mostRequestsEach: organizations.mostRequestsEach,
    confirmation: organizations.confirmation,
    cancelNoticeMinutes: organizations.cancelNoticeMinutes,
    moveNoticeMinutes: organizations.moveNoticeMinutes,
    lateCancelPercent: organizations.lateCancelPercent,
  },
};

/** The organization of this slug, where the user may become a mentor of it by themselves. */
export async function getMentoringChoice(
  executor: Executor,
  { userId, slug }: { userId: string; slug: string },
) {
  const [row] = await executor
    .select(beginnings)
    .from(organizations)
    .where(and(eq(organizations.slug, slug), takesMentor(userId)))
    .limit(1);
  return row ?? null;
}

/** What somebody begins with whom its admins make a mentor; null while it is closed. */
export async function getBeginning(
  executor: Executor,
  { organizationId }: { organizationId: string },
) {
  const [row] = await executor
    .select({ ...beginnings, timeZone: organizations.timeZone })
    .from(organizations)
    .where(and(eq(organizations.id, organizationId), isNull(organizations.closedAt)))
    .limit(1);
  return row ?? null;
}

/** What mentors of an organization may offer. */
export async function getAllowedOffer(
  executor: Executor,
  { organizationId }: { organizationId: string },
) {
  const [row] = await executor
    .select({ formats: organizations.allowedFormats, lengths: organizations.allowedLengths })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1);
  if (!row) throw new Error(`organization ${organizationId} is missing`);
  return row;
}

/** The people who may do this in an organization, as many as are told of anything at once. */
export async function listWhoMay(
  executor: Executor,
  { organizationId, permission }: { organizationId: string; permission: Permission },
) {
  return executor
    .select({
      id: users.id,
      email: users.email,
      locale: users.locale,
      organization: organizations.name,
      slug: organizations.slug,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        isAnyOf(memberships.role, rolesThatMay(permission)),
        isNull(users.blockedAt),
      ),
    )
    .orderBy(asc(users.id))
    .limit(100);
}
