import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import type { Period } from '../columns';
import { isOneOf } from '../schema/checks';
import type { Temporal } from 'temporal-polyfill';
import { timeOff } from '../schema/availability';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { listActiveVariants } from './mentor-profile';
import { ownBookings } from './own-bookings';
import { isLive, listSchedules, overlaps } from './schedules';

/**
 * All that a mentor's calendar draws in a stretch of time: eight queries, however long it is and
 * however much there is. Null when the user does not mentor.
 */
export async function readCalendar(
  executor: Executor,
  { userId, period, now }: { userId: string; period: Period; now: Temporal.Instant },
) {
  const { start: from, end: to } = period;
  const [seats, off, variants, [schedule]] = await Promise.all([
    listCalendarSeats(executor, { userId, period, now }),
    listTimeOffIn(executor, { mentorId: userId, period }),
    listActiveVariants(executor, { mentorId: userId, to: 'mentor' }),
    listSchedules(executor, { mentorIds: [userId], from, to, now, isOwn: true }),
  ]);
  return schedule ? { seats, timeOff: off, variants, schedule } : null;
}

/**
 * What stands in a person's calendar in a stretch of time: the seats of the sessions they give, and
 * those they take as mentees. What was cancelled or has lapsed stands there no more. At most 2000.
 */
export async function listCalendarSeats(
  executor: Executor,
  { userId, period, now }: { userId: string; period: Period; now: Temporal.Instant },
) {
  const isGiven = eq(bookings.mentorId, userId);
  // Chosen before anything is joined to them.
  const seats = executor
    .select({ id: bookings.id })
    .from(ownBookings(executor))
    .where(
      and(
        or(isGiven, eq(bookings.menteeId, userId)),
        overlaps(bookings.period, period),
        or(isLive(now), isOneOf(bookings.status, ['completed', 'no_show'])),
      ),
    )
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.sessionId), asc(bookings.seat))
    .limit(2000);
  return executor
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      reference: bookings.reference,
      status: bookings.status,
      isProposal: bookings.isProposal,
      period: bookings.period,
      isGiven: sql<boolean>`${isGiven}`,
      menteeName: sql<string | null>`coalesce(${users.name}, ${bookings.guestName})`,
      subject: bookings.subject,
      serviceTitle: services.title,
      format: sessions.format,
      capacity: sessions.capacity,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(users, eq(users.id, bookings.menteeId))
    .where(sql`${bookings.id} = any(array(${seats}))`)
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.sessionId), asc(bookings.seat));
}

/** A mentor's time off that meets a stretch of time, in order; at most 500. */
export async function listTimeOffIn(
  executor: Executor,
  { mentorId, period }: { mentorId: string; period: Period },
) {
  return executor
    .select({ id: timeOff.id, period: timeOff.period, note: timeOff.note })
    .from(timeOff)
    .where(
      and(
        eq(timeOff.mentorId, mentorId),
        isNull(timeOff.archivedAt),
        overlaps(timeOff.period, period),
      ),
    )
    .orderBy(asc(sql`lower(${timeOff.period})`), asc(timeOff.id))
    .limit(500);
}

/** The zone that a mentor's calendar is kept in; null when the user does not mentor. */
export async function getMentorTimeZone(
  executor: Executor,
  { mentorId }: { mentorId: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ timeZone: mentors.timeZone })
    .from(mentors)
    .where(eq(mentors.userId, mentorId))
    .limit(1);
  return row?.timeZone ?? null;
}
