import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { memberships } from '../schema/organizations';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

/** Requests to an organization's mentors that nobody has answered, the first to lapse at the head. */
export async function listUnanswered(
  executor: Executor,
  { organizationId, now, limit }: { organizationId: string; now: Temporal.Instant; limit: number },
) {
  return executor
    .select({
      id: bookings.id,
      mentorName: users.name,
      serviceTitle: services.title,
      period: bookings.period,
      expiresAt: bookings.expiresAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(users, eq(users.id, bookings.mentorId))
    .where(waitsIn({ organizationId, now }))
    .orderBy(asc(bookings.expiresAt), asc(bookings.id))
    .limit(limit);
}

/** How many of them there are, counted no further than `most`. */
export async function countUnanswered(
  executor: Executor,
  { most, ...where }: { organizationId: string; now: Temporal.Instant; most: number },
): Promise<number> {
  const rows = await executor
    .select({ id: bookings.id })
    .from(bookings)
    .where(waitsIn(where))
    .limit(most);
  return rows.length;
}

function waitsIn({ organizationId, now }: { organizationId: string; now: Temporal.Instant }) {
  return and(
    eq(bookings.organizationId, organizationId),
    // As in the index: a parameter would not be seen to be the same.
    sql`${bookings.status} = 'pending'`,
    gt(bookings.expiresAt, now),
  );
}

/** How many have become members since then, counted no further than `most`. */
export async function countNewMembers(
  executor: Executor,
  {
    organizationId,
    since,
    most,
  }: { organizationId: string; since: Temporal.Instant; most: number },
): Promise<number> {
  const { createdAt, userId } = memberships;
  const rows = await executor
    .select({ userId })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), gte(createdAt, since)))
    .limit(most);
  return rows.length;
}
