import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { bookingEvents, bookings } from '../schema/bookings';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { overlaps } from './schedules';

const mentorUser = alias(users, 'mentor_user');
const menteeUser = alias(users, 'mentee_user');

/** When the booking last changed: its trail has a row for each change. */
const changedAt = sql`coalesce(
  (select max(${bookingEvents.at}) from ${bookingEvents} where ${bookingEvents.bookingId} = ${bookings.id}),
  ${bookings.createdAt})`.mapWith(bookings.createdAt);

/**
 * Which seats: some, for mails to their sides; one, or those of a batch, of which this person is a
 * side; all of some sessions, for their mentors; or those that a person takes, or gives, within a period.
 */
export type CalendarScope =
  | { bookingIds: readonly string[] }
  | { bookingId: string; partyId: string }
  | { batchId: string; partyId: string }
  | { sessionIds: readonly string[] }
  | { menteeId: string; period: Period }
  | { mentorId: string; period: Period };

/** Of whom `partyId` is a side. */
function isOf(partyId: string) {
  return or(eq(bookings.menteeId, partyId), eq(bookings.mentorId, partyId));
}

function isIn(scope: CalendarScope) {
  if ('bookingIds' in scope) return isAnyOf(bookings.id, scope.bookingIds);
  if ('bookingId' in scope) {
    return and(eq(bookings.id, scope.bookingId), isOf(scope.partyId));
  }
  if ('batchId' in scope) {
    return and(eq(bookings.batchId, scope.batchId), isOf(scope.partyId));
  }
  if ('sessionIds' in scope) return isAnyOf(bookings.sessionId, scope.sessionIds);
  const isTheirs =
    'menteeId' in scope
      ? eq(bookings.menteeId, scope.menteeId)
      : eq(bookings.mentorId, scope.mentorId);
  return and(isTheirs, overlaps(bookings.period, scope.period));
}

/**
 * The seats that calendar files tell of, with their sessions, in the order of time; at most `limit`.
 * Holds are left out, also those that came to nothing: nobody has proved an address yet.
 */
export async function listCalendarSeats(
  executor: Executor,
  { scope, limit }: { scope: CalendarScope; limit: number },
) {
  return executor
    .select({
      bookingId: bookings.id,
      reference: bookings.reference,
      status: bookings.status,
      sequence: bookings.sequence,
      period: bookings.period,
      expiresAt: bookings.expiresAt,
      createdAt: bookings.createdAt,
      changedAt,
      subject: bookings.subject,
      notes: bookings.notes,
      phone: bookings.phone,
      mentorId: bookings.mentorId,
      menteeId: bookings.menteeId,
      menteeName: menteeUser.name,
      mentorName: mentorUser.name,
      sessionId: sessions.id,
      sessionSequence: sessions.sequence,
      sessionCreatedAt: sessions.createdAt,
      serviceTitle: services.title,
      durationMinutes: sessions.durationMinutes,
      capacity: sessions.capacity,
      format: sessions.format,
      place: sessions.place,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(mentorUser, eq(mentorUser.id, bookings.mentorId))
    .innerJoin(menteeUser, eq(menteeUser.id, bookings.menteeId))
    .where(and(isIn(scope), ne(bookings.status, 'held')))
    .orderBy(
      asc(sql`lower(${bookings.period})`),
      asc(sessions.id),
      asc(bookings.seat),
      asc(bookings.id),
    )
    .limit(limit);
}

export type CalendarSeatRow = Awaited<ReturnType<typeof listCalendarSeats>>[number];

/**
 * The mentor's sessions that each of these bookings, the last in them, has left for another: nobody is
 * in them any more, so no seat is of them.
 */
export async function listLeftSessions(
  executor: Executor,
  { bookingIds }: { bookingIds: readonly string[] },
) {
  if (bookingIds.length === 0) return [];
  return executor
    .selectDistinct({
      bookingId: bookings.id,
      id: sessions.id,
      sequence: sessions.sequence,
      period: sessions.period,
    })
    .from(bookingEvents)
    .innerJoin(bookings, eq(bookings.id, bookingEvents.bookingId))
    .innerJoin(
      sessions,
      and(
        eq(sessions.mentorId, bookings.mentorId),
        eq(sessions.active, false),
        eq(sql`lower(${sessions.period})`, bookingEvents.movedFromAt),
      ),
    )
    .where(
      and(
        isAnyOf(bookingEvents.bookingId, bookingIds),
        sql`not exists (select 1 from ${bookings} seat where seat.session_id = ${sessions.id})`,
      ),
    )
    .orderBy(asc(sessions.id))
    .limit(20 * bookingIds.length);
}
