import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { MeetingFormat } from '@/domain/bookings';
import type { Executor } from '../client';
import { prepared } from '../prepared';
import { bookings } from '../schema/bookings';
import { mentorListings } from '../schema/mentor-listings';
import { mentors } from '../schema/mentors';
import { services, variants } from '../schema/services';
import { isListedFor } from './listed';

/** The formats in which the service that is joined in can be booked. */
export const offeredFormats = sql<
  MeetingFormat[]
>`coalesce(${services.formats}, ${mentors.formats})`.mapWith(mentors.formats);

const findOffer = prepared((db) =>
  db
    .select({
      mentorId: mentors.userId,
      organizationId: mentors.organizationId,
      takingBookings: mentors.takingBookings,
      resumesOn: mentors.resumesOn,
      timeZone: mentors.timeZone,
      confirmation: mentors.confirmation,
      formats: offeredFormats,
      address: mentors.address,
      serviceId: services.id,
      serviceTitle: services.title,
      variantId: variants.id,
      durationMinutes: variants.durationMinutes,
      priceCredits: variants.priceCredits,
      capacity: services.capacity,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
    })
    .from(variants)
    .innerJoin(services, eq(services.id, variants.serviceId))
    .innerJoin(mentors, eq(mentors.userId, services.mentorId))
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .where(
      and(
        eq(mentors.userId, sql.placeholder('mentorId')),
        eq(variants.id, sql.placeholder('variantId')),
        isNull(variants.archivedAt),
        isNull(services.archivedAt),
        isListedFor(sql.placeholder('viewerId')),
        or(
          isNull(services.linkToken),
          eq(services.linkToken, sql.placeholder('link')),
          sql`${sql.placeholder('isKnown')}::boolean`,
        ),
      ),
    )
    .limit(1),
);

/**
 * What booking needs to know of a mentor's variant: null when it does not exist, is archived, is not
 * published, or is not for `viewerId` (null: a visitor) to see. A service that is reached by its link
 * alone is there for who has the link, and else as if it did not exist (decision 28).
 */
export async function getOffer(
  executor: Executor,
  {
    link,
    isKnown = false,
    ...asked
  }: {
    mentorId: string;
    variantId: string;
    viewerId: string | null;
    /** By which the service is asked for; null: as everybody does. */
    link: string | null;
    /** The link is asked for no more, because there is a booking of it already, or its mentor acts. */
    isKnown?: boolean;
  },
) {
  const [offer] = await findOffer(executor, { ...asked, link, isKnown });
  return offer ?? null;
}

/**
 * The link of the service that is joined in, for who made the booking that is joined in: they have had
 * it, unless it is another since. Null as well for a service that has none.
 */
export const linkOfBooking = sql<
  string | null
>`case when ${services.linkSince} <= ${bookings.createdAt} then ${services.linkToken} end`;

export type BookableOffer = NonNullable<Awaited<ReturnType<typeof getOffer>>>;
