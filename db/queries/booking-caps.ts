import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { isOneOf } from '../schema/checks';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';
import { isLive } from './schedules';

/**
 * How many bookings somebody may still make with a mentor: by what the mentor lets one person have ahead, in
 * all and of requests that wait, and by what the organization does with all of its mentors.
 */
export async function countOpenings(
  tx: Executor,
  {
    menteeId,
    mentorId,
    isRequest,
    now,
  }: { menteeId: string; mentorId: string; isRequest: boolean; now: Temporal.Instant },
): Promise<number> {
  const withMentor = sql`count(*) filter (where ${bookings.mentorId} = ${mentors.userId})`;
  const waiting = sql`count(*) filter (where ${bookings.mentorId} = ${mentors.userId}
    and ${bookings.status} = 'pending')`;
  const withAll = sql`count(*) filter (where ${bookings.organizationId} = ${mentors.organizationId})`;
  const [row] = await tx
    .select({
      // What is null is no cap, and LEAST passes it over.
      openings: sql<number>`least(
        ${mentors.mostOpenEach} - ${withMentor},
        ${organizations.mostOpenBookings} - ${withAll},
        case when ${isRequest}::boolean then ${mentors.mostRequestsEach} - ${waiting} end
      )::int`,
    })
    .from(mentors)
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .leftJoin(
      bookings,
      and(
        eq(bookings.menteeId, menteeId),
        sql`upper(${bookings.period}) > ${sql.param(now, bookings.expiresAt)}`,
        isLive(now),
      ),
    )
    .where(eq(mentors.userId, mentorId))
    .groupBy(mentors.userId, organizations.id);
  return row?.openings ?? 0;
}

export async function countOpenHolds(
  tx: Executor,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<number> {
  const [row] = await tx
    .select({ holds: count() })
    .from(bookings)
    .where(
      and(
        eq(bookings.guestEmail, email),
        isOneOf(bookings.status, ['held']),
        gt(bookings.expiresAt, now),
        // What somebody else has proposed to them must not keep them from booking.
        eq(bookings.isProposal, false),
      ),
    );
  return row?.holds ?? 0;
}

/** Open holds with a mentor that were asked for from one network. */
export async function countHoldsFrom(
  executor: Executor,
  { mentorId, heldFrom, now }: { mentorId: string; heldFrom: string; now: Temporal.Instant },
): Promise<number> {
  const [row] = await executor
    .select({ holds: count() })
    .from(bookings)
    .where(
      and(
        eq(bookings.mentorId, mentorId),
        isOneOf(bookings.status, ['held']),
        gt(bookings.expiresAt, now),
        eq(bookings.heldFrom, heldFrom),
      ),
    );
  return row?.holds ?? 0;
}
