import { and, eq, isNull, like, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { overrides, weeklyWindows } from '../schema/availability';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { mentorHandle } from './mentor-handle';

/** A mentor as they see themselves: published or not, with what publishing asks for. Null: no mentor. */
export async function getOwnMentor(
  executor: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  const today = sql`(${now.toString()}::timestamptz at time zone ${mentors.timeZone})::date`;
  const [mentor] = await executor
    .select({
      id: mentors.userId,
      organizationId: mentors.organizationId,
      ...mentorHandle,
      name: users.name,
      portraitId: portraits.id,
      headline: mentors.headline,
      bio: mentors.bio,
      city: mentors.city,
      skills: mentors.skills,
      languages: mentors.languages,
      timeZone: mentors.timeZone,
      formats: mentors.formats,
      address: mentors.address,
      videoUrl: mentors.videoUrl,
      writtenIn: mentors.writtenIn,
      links: mentors.links,
      publishedAt: mentors.publishedAt,
      approvedAt: mentors.approvedAt,
      reviewNote: mentors.reviewNote,
      takingBookings: mentors.takingBookings,
      resumesOn: mentors.resumesOn,
      awayMessage: mentors.awayMessage,
      hasService: sql<boolean>`exists (select from ${services}
        join ${variants} on ${variants.serviceId} = ${services.id}
        where ${and(
          eq(services.mentorId, mentors.userId),
          isNull(services.archivedAt),
          isNull(variants.archivedAt),
        )})`,
      hasAvailability: sql<boolean>`(exists (select from ${weeklyWindows}
          where ${weeklyWindows.mentorId} = ${mentors.userId} and ${weeklyWindows.active}
            and coalesce(${weeklyWindows.lastOn} >= ${today}, true))
        or exists (select from ${overrides}
          where ${overrides.mentorId} = ${mentors.userId} and ${overrides.appliesOn} >= ${today}
            and jsonb_array_length(${overrides.ranges}) > 0))`,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .where(eq(mentors.userId, userId))
    .limit(1);
  return mentor ?? null;
}

export type OwnMentor = NonNullable<Awaited<ReturnType<typeof getOwnMentor>>>;

/** Of the slugs that are taken in an organization, this one and those with something behind it. */
export async function listSlugsFrom(
  executor: Executor,
  { organizationId, slug }: { organizationId: string; slug: string },
) {
  const rows = await executor
    .select({ slug: mentors.slug })
    .from(mentors)
    .where(
      and(
        eq(mentors.organizationId, organizationId),
        or(eq(mentors.slug, slug), like(mentors.slug, `${slug}-%`)),
      ),
    )
    .limit(10_000);
  return new Set(rows.map((row) => row.slug));
}

/** Makes a user a mentor. Null: the slug was taken a moment ago. */
export async function insertMentor(executor: Executor, values: typeof mentors.$inferInsert) {
  const [row] = await executor
    .insert(mentors)
    .values(values)
    .onConflictDoNothing({ target: [mentors.slug, mentors.organizationId] })
    .returning({ id: mentors.userId });
  return row ?? null;
}

/** Takes bookings again for those whose pause is over. @returns how many they are */
export async function endPauses(executor: Executor, { now }: { now: Temporal.Instant }) {
  const today = sql`(${now.toString()}::timestamptz at time zone ${mentors.timeZone})::date`;
  const rows = await executor
    .update(mentors)
    .set({ takingBookings: true, resumesOn: null })
    .where(lte(mentors.resumesOn, today))
    .returning({ id: mentors.userId });
  return rows.length;
}

export async function updateMentor(
  executor: Executor,
  {
    userId,
    set,
  }: {
    userId: string;
    set: Partial<Omit<typeof mentors.$inferInsert, 'userId' | 'organizationId' | 'slug'>>;
  },
) {
  await executor.update(mentors).set(set).where(eq(mentors.userId, userId));
}
