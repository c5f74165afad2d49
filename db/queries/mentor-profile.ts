import { and, asc, count, eq, isNull, or } from 'drizzle-orm';
import type { MentorHandle } from '@/domain/mentors';
import type { Executor } from '../client';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { mentorListings } from '../schema/mentor-listings';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { isViewer, shownAs } from '../viewer';
import { isListedFor } from './listed';
import { offeredFormats } from './offers';

/** Whose page is sought, and by whom (null: a visitor). */
type SoughtMentor = MentorHandle & { viewerId: string | null };

/** Condition: the mentor, joined with user, listing and organization, is the one sought, and `viewerId` may see them. */
function isSeen({ organization, slug, viewerId }: SoughtMentor) {
  return and(
    eq(organizations.slug, organization),
    eq(mentors.slug, slug),
    isNull(users.blockedAt),
    or(isListedFor(viewerId), viewerId === null ? undefined : eq(mentors.userId, viewerId)),
  );
}

/** Whether `viewerId` (null: a visitor) finds the mentor who is sought, by the rule of {@link getMentorProfile}. */
export async function hasMentorProfile(executor: Executor, sought: SoughtMentor): Promise<boolean> {
  const rows = await executor
    .select({ id: mentors.userId })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .where(isSeen(sought))
    .limit(1);
  return rows.length > 0;
}

/**
 * A mentor as their page shows them, or null when `viewerId` (null: a visitor) may not see them. One
 * who is not published is seen by themselves alone.
 */
export async function getMentorProfile(executor: Executor, sought: SoughtMentor) {
  const [mentor] = await executor
    .select({
      id: mentors.userId,
      organization: organizations.slug,
      slug: mentors.slug,
      name: users.name,
      portraitId: portraits.id,
      headline: mentors.headline,
      bio: mentors.bio,
      city: mentors.city,
      skills: mentors.skills,
      languages: mentors.languages,
      writtenIn: mentors.writtenIn,
      links: mentors.links,
      organizationId: mentors.organizationId,
      isPublic: mentorListings.isPublic,
      publishedAt: mentors.publishedAt,
      takingBookings: mentors.takingBookings,
      resumesOn: mentors.resumesOn,
      awayMessage: mentors.awayMessage,
      timeZone: mentors.timeZone,
      horizonDays: mentors.horizonDays,
      bufferBeforeMinutes: mentors.bufferBeforeMinutes,
      bufferAfterMinutes: mentors.bufferAfterMinutes,
      confirmation: mentors.confirmation,
      address: mentors.address,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      lateCancelPercent: mentors.lateCancelPercent,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .where(isSeen(sought))
    .limit(1);
  return mentor ?? null;
}

/**
 * What a mentor offers now: one row a variant, services in the mentor's order, short before long. `to`:
 * the mentor sees all of it, who has the link of a service that alone, and everybody else (null) what
 * has no link.
 */
export async function listActiveVariants(
  executor: Executor,
  { mentorId, to }: { mentorId: string; to: 'mentor' | { link: string } | null },
) {
  const isShown =
    to === null
      ? isNull(services.linkToken)
      : to === 'mentor'
        ? undefined
        : eq(services.linkToken, to.link);
  return executor
    .select({
      serviceId: services.id,
      title: services.title,
      description: services.description,
      writtenIn: services.writtenIn,
      capacity: services.capacity,
      formats: offeredFormats,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      variantId: variants.id,
      durationMinutes: variants.durationMinutes,
      priceCredits: variants.priceCredits,
    })
    .from(services)
    .innerJoin(mentors, eq(mentors.userId, services.mentorId))
    .innerJoin(variants, eq(variants.serviceId, services.id))
    .where(
      and(
        eq(services.mentorId, mentorId),
        isShown,
        isNull(services.archivedAt),
        isNull(variants.archivedAt),
      ),
    )
    .orderBy(
      asc(services.position),
      asc(services.id),
      asc(variants.durationMinutes),
      asc(variants.id),
    );
}

const givenSessions = shownAs('given_sessions', bookings);

/** How many sessions a mentor has held: each once, however many came. */
export async function countSessionsGiven(
  executor: Executor,
  { mentorId }: { mentorId: string },
): Promise<number> {
  const given = executor
    .selectDistinct({ id: bookings.sessionId })
    .from(isViewer(executor) ? givenSessions : bookings)
    .where(and(eq(bookings.mentorId, mentorId), isOneOf(bookings.status, ['completed'])))
    .as('given');
  const [row] = await executor.select({ given: count() }).from(given);
  return row?.given ?? 0;
}
