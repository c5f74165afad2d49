import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { prepared } from '../prepared';
import { bookings } from '../schema/bookings';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

/*
 * What waits for a mentor's answer. A request past its deadline waits no more, even before anything has
 * marked it as expired.
 */

const waits = and(
  eq(bookings.mentorId, sql.placeholder('mentorId')),
  eq(bookings.status, sql`'pending'`),
  gt(bookings.expiresAt, sql.param(sql.placeholder('now'), bookings.expiresAt)),
);

const findRequests = prepared((db) =>
  db
    .select({
      id: bookings.id,
      period: bookings.period,
      expiresAt: bookings.expiresAt,
      menteeId: bookings.menteeId,
      menteeName: users.name,
      serviceTitle: services.title,
      format: sessions.format,
      durationMinutes: sessions.durationMinutes,
      subject: bookings.subject,
      notes: bookings.notes,
      writtenIn: users.locale,
      answers: bookings.answers,
      /** Of this mentor's sessions, how many the mentee has been to. */
      heldBefore: sql<number>`(select count(*)::int from ${bookings} as earlier
        where earlier.mentor_id = ${bookings.mentorId} and earlier.mentee_id = ${bookings.menteeId}
          and earlier.status = 'completed')`,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(users, eq(users.id, bookings.menteeId))
    .where(waits)
    .orderBy(asc(bookings.expiresAt), asc(bookings.id))
    .limit(sql.placeholder('most')),
);

/** The requests of a mentor, the one that lapses first at the head. */
export function listRequests(
  executor: Executor,
  values: { mentorId: string; now: Temporal.Instant; most: number },
) {
  return findRequests(executor, values);
}

const findWaiting = prepared((db) =>
  db.select({ id: bookings.id }).from(bookings).where(waits).limit(sql.placeholder('most')),
);

/** How many there are, counted no further than `most`. */
export async function countRequests(
  executor: Executor,
  values: { mentorId: string; now: Temporal.Instant; most: number },
): Promise<number> {
  return (await findWaiting(executor, values)).length;
}
