import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { bookingNotes, materials } from '../schema/notes';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { isLive } from './schedules';

const mentorUsers = alias(users, 'mentor_users');
const menteeUsers = alias(users, 'mentee_users');

/** All that a mail about a booking tells either side, as the booking stands now. */
export async function getBookingForMail(executor: Executor, { bookingId }: { bookingId: string }) {
  const [row] = await selectMailed(executor).where(eq(bookings.id, bookingId)).limit(1);
  return row ?? null;
}

/** The same of the bookings of a batch of which this person is a side, in the order of time. */
export async function listBatchForMail(
  executor: Executor,
  { batchId, personId }: { batchId: string; personId: string },
) {
  return selectMailed(executor)
    .where(
      and(
        eq(bookings.batchId, batchId),
        or(eq(bookings.menteeId, personId), eq(bookings.mentorId, personId)),
      ),
    )
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.id));
}

function selectMailed(executor: Executor) {
  return executor
    .select({
      id: bookings.id,
      reference: bookings.reference,
      status: bookings.status,
      sequence: bookings.sequence,
      period: bookings.period,
      expiresAt: bookings.expiresAt,
      createdAt: bookings.createdAt,
      confirmedAt: bookings.confirmedAt,
      menteeCheckedInAt: bookings.menteeCheckedInAt,
      mentorCheckedInAt: sessions.mentorCheckedInAt,
      movedByMentorAt: sessions.movedByMentorAt,
      cancelledAt: bookings.cancelledAt,
      expiredAt: bookings.expiredAt,
      cancelledBy: bookings.cancelledBy,
      cancelReason: bookings.cancelReason,
      subject: bookings.subject,
      notes: bookings.notes,
      answers: bookings.answers,
      phone: bookings.phone,
      priceCredits: bookings.priceCredits,
      chargedCredits: bookings.chargedCredits,
      guestName: bookings.guestName,
      guestTimeZone: bookings.guestTimeZone,
      menteeName: menteeUsers.name,
      menteeTimeZone: menteeUsers.timeZone,
      mentorName: mentorUsers.name,
      mentorTimeZone: mentors.timeZone,
      confirmation: mentors.confirmation,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      moveNoticeMinutes: mentors.moveNoticeMinutes,
      lateCancelPercent: mentors.lateCancelPercent,
      serviceTitle: services.title,
      durationMinutes: sessions.durationMinutes,
      format: sessions.format,
      place: sessions.place,
      seats: sql<number>`(select count(*)::int from ${bookings} as seats
        where seats.session_id = ${sessions.id} and seats.status in ('confirmed', 'in_progress'))`,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .innerJoin(mentorUsers, eq(mentorUsers.id, bookings.mentorId))
    .leftJoin(menteeUsers, eq(menteeUsers.id, bookings.menteeId));
}

/**
 * How it goes on for the mentee of a booking that is over: what there is to read, their next session
 * with the same mentor, and the mentor's page where it can be seen.
 */
export async function getFollowUp(
  executor: Executor,
  { bookingId, now }: { bookingId: string; now: Temporal.Instant },
) {
  const [about] = await executor
    .select({
      menteeId: bookings.menteeId,
      mentorId: bookings.mentorId,
      mentorSlug: sql<
        string | null
      >`case when ${mentors.publishedAt} is not null then ${mentors.slug} end`,
      hasNotes: sql<boolean>`exists (select 1 from ${bookingNotes}
          where ${bookingNotes.bookingId} = ${bookings.id} and ${bookingNotes.kind} = 'shared'
            and ${bookingNotes.body} <> '')
        or exists (select 1 from ${materials}
          where ${materials.sessionId} = ${bookings.sessionId} and ${materials.archivedAt} is null)`,
    })
    .from(bookings)
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .where(eq(bookings.id, bookingId))
    .limit(1);
  if (!about || about.menteeId === null) return { hasNotes: false, next: null, mentorSlug: null };
  const { menteeId, mentorId, mentorSlug, hasNotes } = about;
  const start = sql<Temporal.Instant>`lower(${bookings.period})`;
  const [next] = await executor
    .select({ bookingId: bookings.id, period: bookings.period, status: bookings.status })
    .from(bookings)
    .where(
      and(
        eq(bookings.menteeId, menteeId),
        eq(bookings.mentorId, mentorId),
        isLive(now),
        gt(start, sql`${now.toString()}::timestamptz`),
      ),
    )
    .orderBy(asc(start))
    .limit(1);
  return {
    hasNotes,
    mentorSlug,
    next: next
      ? {
          bookingId: next.bookingId,
          startsAt: next.period.start,
          isPending: next.status === 'pending',
        }
      : null,
  };
}
