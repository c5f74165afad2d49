import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { MentorHandle } from '@/domain/mentors';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { mentorListings } from '../schema/mentor-listings';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { isListedFor } from './listed';
import { mentorHandle } from './mentor-handle';
import type { Finding } from './mentor-search';

/** What everybody can book with these mentors: the variants, with what their services say of seats. */
export async function listOffers(executor: Executor, { mentorIds }: { mentorIds: string[] }) {
  if (mentorIds.length === 0) return [];
  return executor
    .select({
      mentorId: services.mentorId,
      variantId: variants.id,
      durationMinutes: variants.durationMinutes,
      capacity: services.capacity,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
    })
    .from(variants)
    .innerJoin(services, eq(services.id, variants.serviceId))
    .where(
      and(
        isAnyOf(services.mentorId, mentorIds),
        isNull(services.linkToken),
        isNull(services.archivedAt),
        isNull(variants.archivedAt),
      ),
    );
}

/** What the list can be filtered by: skills and languages of the mentors that the viewer may find. */
export async function listMentorFacets(
  executor: Executor,
  { viewerId, organizationId, limit }: Finding & { limit: number },
): Promise<{ skills: Facet[]; languages: Facet[] }> {
  const [skills, languages] = await Promise.all(
    [mentorListings.skills, mentorListings.languages].map((column) =>
      executor
        .select({ value: sql<string>`facet.value`, count: sql<number>`count(*)::int` })
        .from(mentorListings)
        .innerJoinLateral(sql`unnest(${column}) as facet(value)`, sql`true`)
        .where(isListedFor(viewerId, organizationId))
        .groupBy(sql`facet.value`)
        .orderBy(sql`count(*) desc`, sql`facet.value`)
        .limit(limit),
    ),
  );
  return { skills: skills ?? [], languages: languages ?? [] };
}

export interface Facet {
  value: string;
  /** How many mentors have it. */
  count: number;
}

/** The handles of everyone a visitor may find, for the sitemap, which holds 50,000 addresses at most. */
export async function listPublicHandles(executor: Executor, { limit }: { limit: number }) {
  return executor
    .select(mentorHandle)
    .from(mentors)
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .where(isListedFor(null))
    .orderBy(asc(mentors.slug), asc(mentors.userId))
    .limit(limit);
}

/** What a picture of a mentor's page says, or null when a visitor may not find them. */
export async function getPublicMentor(executor: Executor, { organization, slug }: MentorHandle) {
  const [mentor] = await executor
    .select({
      slug: mentors.slug,
      name: sql<string>`coalesce(${users.name}, '')`,
      portraitId: portraits.id,
      headline: mentors.headline,
      city: mentors.city,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .where(and(eq(organizations.slug, organization), eq(mentors.slug, slug), isListedFor(null)))
    .limit(1);
  return mentor ?? null;
}
