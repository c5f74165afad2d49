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
 * Which seats: some, or those of them or of a batch of which this person is a side; all of a mentor's
 * sessions; or those that a person takes, or gives, within a period. A mentee's own are never asked
 * for together with their neighbours'.
 */
export type CalendarScope =
  | { bookingId: string; partyId?: string }
  | { bookingIds: string[]; partyId: string }
  | { batchId: string; partyId: string }
  | { sessionIds: string[]; mentorId: string }
  | { menteeId: string; period: Period }
  | { mentorId: string; period: Period };

/** Of whom `partyId` is a side; of anybody without it. */
function isOf(partyId: string | undefined) {
  if (partyId === undefined) return undefined;
  return or(eq(bookings.menteeId, partyId), eq(bookings.mentorId, partyId));
}

function isIn(scope: CalendarScope) {
  if ('bookingId' in scope) {
    const { bookingId, partyId } = scope;
    return and(eq(bookings.id, bookingId), isOf(partyId));
  }
  if ('bookingIds' in scope) {
    return and(isAnyOf(bookings.id, scope.bookingIds), isOf(scope.partyId));
  }
  if ('batchId' in scope) {
    return and(eq(bookings.batchId, scope.batchId), isOf(scope.partyId));
  }
  if ('sessionIds' in scope) {
    return and(
      isAnyOf(bookings.sessionId, scope.sessionIds),
      eq(bookings.mentorId, scope.mentorId),
    );
  }
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
 * The mentor's sessions that this booking, the last in them, has left for another: nobody is in them
 * any more, so no seat tells of them.
 */
export async function listLeftSessions(executor: Executor, { bookingId }: { bookingId: string }) {
  return executor
    .selectDistinct({ id: sessions.id, sequence: sessions.sequence, period: sessions.period })
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
        eq(bookingEvents.bookingId, bookingId),
        sql`not exists (select 1 from ${bookings} seat where seat.session_id = ${sessions.id})`,
      ),
    )
    .orderBy(asc(sessions.id))
    .limit(20);
}
