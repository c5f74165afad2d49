import { and, asc, count, desc, eq, inArray, isNotNull, not, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { activeStatuses, mostSlotsPerOrder, type BookingStatus } from '@/domain/bookings';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { bookingEvents, bookings } from '../schema/bookings';
import { meetingRooms } from '../schema/meeting-rooms';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services } from '../schema/services';
import { sessionMessages } from '../schema/session-messages';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { isOneOf } from '../schema/checks';
import { isViewer, shownAs } from '../viewer';
import { mentorHandle } from './mentor-handle';
import { linkOfBooking } from './offers';
import { isPermittedIn } from './organizations';
import { isLive } from './schedules';
import { ownBookings } from './own-bookings';
import { isShown, takesBookings } from './taking-bookings';

const mentorUser = alias(users, 'mentor_user');
const menteeUser = alias(users, 'mentee_user');
const actor = alias(users, 'actor');

/** Which of their bookings a person asks for: those they take, those they give, or all. */
export type BookingsAs = 'mentee' | 'mentor' | 'both';

export interface BookingFilter {
  userId: string;
  as: BookingsAs;
  /** Upcoming: still occupying time and not over. Past: all the rest. */
  when: 'upcoming' | 'past';
  /** Only those in one of these states, as `effectiveStatus` sees them; empty: in any. */
  statuses?: readonly BookingStatus[];
  /** Only those that meet [from, to); null: no bound. */
  from?: Temporal.Instant | null;
  to?: Temporal.Instant | null;
  now: Temporal.Instant;
}

/** The state that people see, as `effectiveStatus` of the rules has it: a lapsed one is expired. */
export function statusAt(now: Temporal.Instant) {
  return sql<BookingStatus>`case when ${bookings.status} in ('held', 'pending')
    and ${bookings.expiresAt} <= ${instantParam(now)} then 'expired' else ${bookings.status} end`;
}

/** A visitor's name until their address is proved; the user's own from then on. */
const menteeName = sql<string | null>`coalesce(${menteeUser.name}, ${bookings.guestName})`;
const menteeTimeZone = sql<
  string | null
>`coalesce(${menteeUser.timeZone}, ${bookings.guestTimeZone})`;

const listed = {
  id: bookings.id,
  isProposal: bookings.isProposal,
  reference: bookings.reference,
  period: bookings.period,
  mentorId: bookings.mentorId,
  mentorName: mentorUser.name,
  mentorPortraitId: portraits.id,
  mentorTimeZone: mentors.timeZone,
  menteeName,
  menteeTimeZone,
  serviceTitle: services.title,
  durationMinutes: sessions.durationMinutes,
  format: sessions.format,
  subject: bookings.subject,
  /** The language of the pages that the mentee reads, so most likely of what they write. */
  writtenIn: sql<'en' | 'fr'>`coalesce(${menteeUser.locale}, ${bookings.guestLocale})`,
  batchId: bookings.batchId,
  /** How many were booked together with it, itself included; a batch is between the same two people. */
  batchCount: sql<number>`(select count(*)::int from ${bookings} as sibling
    where sibling.batch_id = ${bookings.batchId})`,
};

/**
 * One page of a person's bookings with the number of all that match: the next ones first in
 * `upcoming`, the latest first in `past`. Holds that lapsed before anybody proved their address were
 * nobody's bookings and are left out.
 */
export async function listBookings(
  executor: Executor,
  { limit, offset, ...filter }: BookingFilter & { limit: number; offset: number },
) {
  const start = sql`lower(${bookings.period})`;
  const order = filter.when === 'upcoming' ? asc : desc;
  // Chosen before anything is joined to them: a plan made for anybody joins all that somebody has.
  const page = executor
    .select({ id: bookings.id })
    .from(ownBookings(executor))
    .where(matches(filter))
    .orderBy(order(start), order(bookings.id))
    .limit(limit)
    .offset(offset);
  const [rows, [counted]] = await Promise.all([
    executor
      .select({ ...listed, status: statusAt(filter.now), viewerIsMentor: isMentor(filter.userId) })
      .from(bookings)
      .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
      .innerJoin(services, eq(services.id, sessions.serviceId))
      .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
      .innerJoin(mentorUser, eq(mentorUser.id, bookings.mentorId))
      .leftJoin(portraits, eq(portraits.mentorId, bookings.mentorId))
      .leftJoin(menteeUser, eq(menteeUser.id, bookings.menteeId))
      .where(sql`${bookings.id} = any(array(${page}))`)
      .orderBy(order(start), order(bookings.id)),
    executor.select({ total: count() }).from(ownBookings(executor)).where(matches(filter)),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

export type ListedBooking = Awaited<ReturnType<typeof listBookings>>['rows'][number];

function matches({ userId, as, when, statuses = [], from = null, to = null, now }: BookingFilter) {
  const upcoming = and(isLive(now), meets(now, null));
  return and(
    isOf(userId, as),
    when === 'upcoming' ? upcoming : not(sql`coalesce(${upcoming}, false)`),
    or(isNotNull(bookings.menteeId), not(sql`${statusAt(now)} = 'expired'`)),
    statuses.length > 0 ? isAnyOf(statusAt(now), statuses) : undefined,
    from === null && to === null ? undefined : meets(from, to),
  );
}

function isOf(userId: string, as: BookingsAs) {
  const asMentee = eq(bookings.menteeId, userId);
  const asMentor = eq(bookings.mentorId, userId);
  if (as === 'both') return or(asMentee, asMentor);
  return as === 'mentee' ? asMentee : asMentor;
}

/** Condition on the period that the range index can answer; null: no bound on that side. */
function meets(from: Temporal.Instant | null, to: Temporal.Instant | null) {
  return sql`${bookings.period} && tstzrange(${instantParam(from)}, ${instantParam(to)}, '[)')`;
}

function instantParam(instant: Temporal.Instant | null) {
  return sql`${instant === null ? null : instant.toString()}::timestamptz`;
}

function isMentor(userId: string) {
  return sql<boolean>`${bookings.mentorId} = ${userId}`;
}

/** Condition: `userId` oversees the bookings of its organization. */
function isAdmin(userId: string) {
  return isPermittedIn(bookings.organizationId, { userId, permission: 'oversee_bookings' });
}

/** Condition: the booking is `userId`'s to read: one of its two parties, or an admin over it. */
function mayRead(userId: string) {
  return or(isOf(userId, 'both'), isAdmin(userId));
}

/** Everything about bookings that one of their people may read, in their eyes; still without a `where`. */
function selectDetailed(
  executor: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  return executor
    .select({
      ...listed,
      status: statusAt(now),
      storedStatus: bookings.status,
      viewerIsMentor: isMentor(userId),
      viewerIsMentee: sql<boolean>`coalesce(${bookings.menteeId} = ${userId}, false)`,
      menteeId: bookings.menteeId,
      /** Nobody has proved the guest's address. */
      isGuests: sql<boolean>`${bookings.menteeId} is null`,
      mentorHandle,
      hasServiceLink: isNotNull(services.linkToken).mapWith(Boolean),
      serviceLink: linkOfBooking,
      mentorIsShown: isShown,
      mentorTakesBookings: takesBookings,
      capacity: sessions.capacity,
      variantId: sessions.variantId,
      place: sessions.place,
      phone: bookings.phone,
      fixedUrl: mentors.videoUrl,
      roomUrl: meetingRooms.url,
      roomHostUrl: meetingRooms.hostUrl,
      roomLastsUntilAt: meetingRooms.lastsUntilAt,
      priceCredits: bookings.priceCredits,
      chargedCredits: bookings.chargedCredits,
      notes: bookings.notes,
      answers: bookings.answers,
      expiresAt: bookings.expiresAt,
      createdAt: bookings.createdAt,
      noShowBy: bookings.noShowBy,
      cancelledBy: bookings.cancelledBy,
      cancelReason: bookings.cancelReason,
      menteeCheckedInAt: bookings.menteeCheckedInAt,
      mentorCheckedInAt: sessions.mentorCheckedInAt,
      movedByMentorAt: sessions.movedByMentorAt,
      sequence: bookings.sequence,
      sessionId: bookings.sessionId,
      mentorId: bookings.mentorId,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      moveNoticeMinutes: mentors.moveNoticeMinutes,
      horizonDays: mentors.horizonDays,
      lateCancelPercent: mentors.lateCancelPercent,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(meetingRooms, eq(meetingRooms.sessionId, bookings.sessionId))
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .innerJoin(mentorUser, eq(mentorUser.id, bookings.mentorId))
    .leftJoin(portraits, eq(portraits.mentorId, bookings.mentorId))
    .leftJoin(menteeUser, eq(menteeUser.id, bookings.menteeId));
}

/**
 * One booking for somebody to whom it belongs; null for everybody else, as for one that does not
 * exist. Of a group it is one seat: nothing in it tells of the others.
 */
export async function getBookingForPerson(
  executor: Executor,
  { bookingId, userId, now }: { bookingId: string; userId: string; now: Temporal.Instant },
) {
  const [row] = await selectDetailed(executor, { userId, now })
    .where(and(eq(bookings.id, bookingId), mayRead(userId)))
    .limit(1);
  return row ?? null;
}

/**
 * The bookings of one session that still stand or were held: all of them for its mentor, their own
 * for a mentee, none for anybody else. In the order of the seats.
 */
export async function listBookingsOfSession(
  executor: Executor,
  { sessionId, userId, now }: { sessionId: string; userId: string; now: Temporal.Instant },
) {
  return selectDetailed(executor, { userId, now })
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        isOf(userId, 'both'),
        not(inArray(statusAt(now), ['cancelled', 'expired'])),
      ),
    )
    .orderBy(asc(bookings.seat), asc(bookings.id))
    .limit(500);
}

/** The bookings of a batch in order of time, for its two parties; none for anybody else. */
export async function listBatch(
  executor: Executor,
  { batchId, userId, now }: { batchId: string; userId: string; now: Temporal.Instant },
) {
  return selectDetailed(executor, { userId, now })
    .where(and(eq(bookings.batchId, batchId), isOf(userId, 'both')))
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.id))
    .limit(mostSlotsPerOrder);
}

export type BookingForPerson = NonNullable<Awaited<ReturnType<typeof getBookingForPerson>>>;

/** The trail of a booking, first to last; empty for whoever may not read the booking. */
export async function listBookingEvents(
  executor: Executor,
  { bookingId, userId }: { bookingId: string; userId: string },
) {
  return executor
    .select({
      id: bookingEvents.id,
      at: bookingEvents.at,
      actorRole: bookingEvents.actorRole,
      actorName: sql<string | null>`case when ${bookingEvents.actorRole} = 'visitor'
        then ${bookings.guestName} else ${actor.name} end`,
      isViewer: sql<boolean>`coalesce(${bookingEvents.actorId} = ${userId}, false)`,
      fromStatus: bookingEvents.fromStatus,
      toStatus: bookingEvents.toStatus,
      reason: bookingEvents.reason,
      actorLocale: actor.locale,
      movedFromAt: bookingEvents.movedFromAt,
      movedToAt: bookingEvents.movedToAt,
      message: sessionMessages.text,
    })
    .from(bookingEvents)
    .innerJoin(bookings, eq(bookings.id, bookingEvents.bookingId))
    .leftJoin(actor, eq(actor.id, bookingEvents.actorId))
    .leftJoin(sessionMessages, eq(sessionMessages.id, bookingEvents.messageId))
    .where(and(eq(bookingEvents.bookingId, bookingId), mayRead(userId)))
    .orderBy(asc(bookingEvents.at), asc(bookingEvents.id));
}

export type BookingEvent = Awaited<ReturnType<typeof listBookingEvents>>[number];

/** How many seats of a session are taken, whoever sits there. */
export async function countActiveSeats(
  executor: Executor,
  { sessionId }: { sessionId: string },
): Promise<number> {
  const [row] = await executor
    .select({ taken: count() })
    .from(isViewer(executor) ? takenSeats : bookings)
    .where(and(eq(bookings.sessionId, sessionId), isOneOf(bookings.status, activeStatuses)));
  return row?.taken ?? 0;
}

const takenSeats = shownAs('busy_seats', bookings);

/** The mentees in a session of this mentor's, by seat; null: somebody who has given no name. */
export async function listSeatNames(
  executor: Executor,
  { sessionId, mentorId }: { sessionId: string; mentorId: string },
): Promise<(string | null)[]> {
  const rows = await executor
    .select({ name: sql<string | null>`coalesce(${menteeUser.name}, ${bookings.guestName})` })
    .from(bookings)
    .leftJoin(menteeUser, eq(menteeUser.id, bookings.menteeId))
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        eq(bookings.mentorId, mentorId),
        eq(bookings.sessionActive, true),
      ),
    )
    .orderBy(asc(bookings.seat));
  return rows.map(({ name }) => name);
}
