import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { mostSlotsPerOrder, type BookingStatus } from '@/domain/bookings';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { prepared } from '../prepared';
import { isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { isOneOf } from '../schema/checks';
import { bookingEvents, bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { sessions } from '../schema/sessions';
import { isViewer } from '../viewer';
import { ownOfViewer } from './own-bookings';
import { isLive, overlaps } from './schedules';

/** Bookings with what their transitions depend on. Not for pages: it asks for no owner. */
function selectBookings(executor: Executor) {
  return executor
    .select({
      id: bookings.id,
      reference: bookings.reference,
      organizationId: bookings.organizationId,
      sessionId: bookings.sessionId,
      mentorId: bookings.mentorId,
      menteeId: bookings.menteeId,
      batchId: bookings.batchId,
      guestName: bookings.guestName,
      guestEmail: bookings.guestEmail,
      guestLocale: bookings.guestLocale,
      guestTimeZone: bookings.guestTimeZone,
      isProposal: bookings.isProposal,
      status: bookings.status,
      period: bookings.period,
      sequence: bookings.sequence,
      expiresAt: bookings.expiresAt,
      subject: bookings.subject,
      notes: bookings.notes,
      answers: bookings.answers,
      phone: bookings.phone,
      priceCredits: bookings.priceCredits,
      chargedCredits: bookings.chargedCredits,
      createdAt: bookings.createdAt,
      menteeCheckedInAt: bookings.menteeCheckedInAt,
      mentorCheckedInAt: sessions.mentorCheckedInAt,
      movedByMentorAt: sessions.movedByMentorAt,
      variantId: sessions.variantId,
      format: sessions.format,
      place: sessions.place,
      sessionCapacity: sessions.capacity,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      moveNoticeMinutes: mentors.moveNoticeMinutes,
      lateCancelPercent: mentors.lateCancelPercent,
      mentorTimeZone: mentors.timeZone,
      confirmation: mentors.confirmation,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId));
}

export async function getBooking(executor: Executor, { id }: { id: string }) {
  const [booking] = await selectBookings(executor).where(eq(bookings.id, id)).limit(1);
  return booking ?? null;
}

/** The bookings of one batch, or those of `ids`; in order of time. */
export async function listBookingRecords(
  executor: Executor,
  which: { batchId: string } | { ids: string[] },
): Promise<BookingRecord[]> {
  const those =
    'ids' in which ? isAnyOf(bookings.id, which.ids) : eq(bookings.batchId, which.batchId);
  return selectBookings(executor)
    .where(those)
    .orderBy(asc(sql`lower(${bookings.period})`))
    .limit(mostSlotsPerOrder);
}

export type BookingRecord = NonNullable<Awaited<ReturnType<typeof getBooking>>>;

/** Sets a booking's next SEQUENCE: what was sent about it before is out of date. */
export const nextSequence = { sequence: sql`${bookings.sequence} + 1` };

/**
 * Moves bookings from one status to another and sets what goes with it. Only those that still are in
 * `from` are touched; their ids come back. For the transition functions alone.
 */
export async function updateStatus(
  tx: Executor,
  {
    ids,
    from,
    to,
    set,
  }: {
    ids: string[];
    from: BookingStatus;
    to: BookingStatus;
    set: PgUpdateSetSource<typeof bookings>;
  },
): Promise<string[]> {
  const rows = await tx
    .update(bookings)
    .set({ ...set, status: to, ...(to !== 'held' && { heldFrom: null }) })
    .where(and(isAnyOf(bookings.id, ids), eq(bookings.status, from)))
    .returning({ id: bookings.id });
  return rows.map((row) => row.id);
}

/** The confirmed seats of a session: those that its start concerns. */
export async function listConfirmedSeats(tx: Executor, { sessionId }: { sessionId: string }) {
  return tx
    .select({
      id: bookings.id,
      sessionId: bookings.sessionId,
      status: bookings.status,
      menteeCheckedInAt: bookings.menteeCheckedInAt,
    })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), isOneOf(bookings.status, ['confirmed'])))
    .orderBy(asc(bookings.id));
}

/** What a mentee already has with a mentor at exactly this time; null when nothing. */
export async function getSameBooking(
  tx: Executor,
  {
    menteeId,
    mentorId,
    period,
    now,
  }: { menteeId: string; mentorId: string; period: Period; now: Temporal.Instant },
) {
  const [booking] = await tx
    .select({ id: bookings.id, reference: bookings.reference, status: bookings.status })
    .from(bookings)
    .where(
      and(
        eq(bookings.menteeId, menteeId),
        eq(bookings.mentorId, mentorId),
        eq(bookings.period, period),
        isLive(now),
      ),
    )
    .limit(1);
  return booking ?? null;
}

/** The active seats of a session, whoever has them. */
export async function listActiveSeats(tx: Executor, { sessionId }: { sessionId: string }) {
  return tx
    .select({
      id: bookings.id,
      sessionId: bookings.sessionId,
      status: bookings.status,
      menteeId: bookings.menteeId,
      guestEmail: bookings.guestEmail,
      guestLocale: bookings.guestLocale,
    })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), eq(bookings.sessionActive, true)))
    .orderBy(asc(bookings.id));
}

export type ActiveSeat = Awaited<ReturnType<typeof listActiveSeats>>[number];

/** Puts a booking into a seat of another session of the same mentor. */
export async function moveSeatRow(
  tx: Executor,
  {
    bookingId,
    session,
    seat,
  }: {
    bookingId: string;
    session: { id: string; period: Period; capacity: number };
    seat: number;
  },
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      ...nextSequence,
      sessionId: session.id,
      period: session.period,
      sessionCapacity: session.capacity,
      seat,
      expiresAt: sql`least(${bookings.expiresAt}, ${sql.param(session.period.start, bookings.expiresAt)})`,
    })
    .where(eq(bookings.id, bookingId));
}

export async function insertBookingEvents(
  tx: Executor,
  events: (typeof bookingEvents.$inferInsert)[],
): Promise<void> {
  await insertRows(tx, bookingEvents, events);
}

/** Open holds of an address, which its owner has made: those that still keep a seat. */
/** Whom a hold is for, once the address was corrected. */
export async function setGuestEmail(
  tx: Executor,
  { bookingId, email }: { bookingId: string; email: string },
): Promise<void> {
  await tx.update(bookings).set({ guestEmail: email }).where(eq(bookings.id, bookingId));
}

/** Whether the person already has something then, as mentee or as mentor. */
export async function hasOverlap(
  tx: Executor,
  {
    personId,
    period,
    exceptSessionId = null,
    now,
  }: {
    personId: string;
    period: Period;
    /** The session that is being moved away. */
    exceptSessionId?: string | null;
    now: Temporal.Instant;
  },
): Promise<boolean> {
  const rows = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        or(eq(bookings.menteeId, personId), eq(bookings.mentorId, personId)),
        overlaps(bookings.period, period),
        isLive(now),
        exceptSessionId === null ? undefined : ne(bookings.sessionId, exceptSessionId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const findOwnTime = (from: typeof bookings) =>
  prepared((db) =>
    db
      // Once, however many seats a group of theirs has.
      .selectDistinct({ period: bookings.period })
      .from(from)
      .where(
        and(
          or(
            eq(bookings.menteeId, sql.placeholder('personId')),
            eq(bookings.mentorId, sql.placeholder('personId')),
          ),
          // A multirange: the index on ranges serves it as it serves one range.
          sql`${bookings.period} && ${sql.placeholder('within')}::tstzmultirange`,
          isLive(sql.placeholder('now')),
        ),
      )
      .limit(500),
  );
const findOwnTimeInTable = findOwnTime(bookings);
const findOwnTimeAsViewer = findOwnTime(ownOfViewer);

/**
 * When in these periods the person is taken, as mentee or as mentor, in epoch milliseconds; at most
 * 500 times.
 */
export async function listOwnTime(
  executor: Executor,
  { personId, periods, now }: { personId: string; periods: Period[]; now: Temporal.Instant },
) {
  const within = `{${periods.map(({ start, end }) => `[${start.toString()},${end.toString()})`).join(',')}}`;
  const find = isViewer(executor) ? findOwnTimeAsViewer : findOwnTimeInTable;
  const rows = await find(executor, { personId, within, now });
  return rows.map((row) => ({
    start: row.period.start.epochMilliseconds,
    end: row.period.end.epochMilliseconds,
  }));
}

export async function insertBookings(tx: Executor, rows: (typeof bookings.$inferInsert)[]) {
  await insertRows(tx, bookings, rows);
}

export async function checkInMentee(
  tx: Executor,
  { bookingId, now }: { bookingId: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(bookings)
    .set({ menteeCheckedInAt: now })
    .where(and(eq(bookings.id, bookingId), isNull(bookings.menteeCheckedInAt)));
}
