import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import type { MentorHandle } from '@/domain/mentors';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { bookingEvents, bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { bookingNotes, materials } from '../schema/notes';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { organizationOfMentor } from './mentor-handle';
import { isLive } from './schedules';
import { takesBookings } from './taking-bookings';

const over = alias(bookings, 'over');
const mentorUsers = alias(users, 'mentor_users');
const menteeUsers = alias(users, 'mentee_users');

/** All that mails about these bookings say to either side, as they stand now, in the order of time. */
export async function listBookingsForMail(executor: Executor, { ids }: { ids: readonly string[] }) {
  return selectMailed(executor)
    .where(isAnyOf(bookings.id, ids))
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.id));
}

function selectMailed(executor: Executor) {
  return executor
    .select({
      id: bookings.id,
      batchId: bookings.batchId,
      reference: bookings.reference,
      status: bookings.status,
      isProposal: bookings.isProposal,
      sequence: bookings.sequence,
      period: bookings.period,
      expiresAt: bookings.expiresAt,
      createdAt: bookings.createdAt,
      confirmedAt: bookings.confirmedAt,
      menteeCheckedInAt: bookings.menteeCheckedInAt,
      mentorCheckedInAt: sessions.mentorCheckedInAt,
      movedByMentorAt: sessions.movedByMentorAt,
      cancelledBy: bookings.cancelledBy,
      cancelReason: bookings.cancelReason,
      /** What the mentor wrote to the mentee as they accepted. */
      acceptedWord: sql<string | null>`(select event.reason from ${bookingEvents} as event
        where event.booking_id = ${bookings.id} and event.from_status = 'pending'
          and event.to_status = 'confirmed' order by event.at desc limit 1)`,
      /** What the mentor wrote as they proposed it. */
      proposalWord: sql<string | null>`case when ${bookings.isProposal} then (select event.reason
        from ${bookingEvents} as event
        where event.booking_id = ${bookings.id} and event.from_status is null
          and event.to_status = 'held' limit 1) end`,
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
      menteeLocale: sql<string | null>`coalesce(${menteeUsers.locale}, ${bookings.guestLocale})`,
      menteeAddress: addressForReplies(menteeUsers),
      mentorName: mentorUsers.name,
      mentorTimeZone: mentors.timeZone,
      mentorLocale: mentorUsers.locale,
      mentorAddress: addressForReplies(mentorUsers),
      mentorHandle: sql<MentorHandle | null>`case when ${takesBookings}
        then jsonb_build_object('organization', ${organizationOfMentor}, 'slug', ${mentors.slug}) end`,
      confirmation: mentors.confirmation,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      moveNoticeMinutes: mentors.moveNoticeMinutes,
      lateCancelPercent: mentors.lateCancelPercent,
      serviceTitle: services.title,
      serviceWrittenIn: services.writtenIn,
      durationMinutes: sessions.durationMinutes,
      format: sessions.format,
      place: sessions.place,
      /** Everybody in the session; of one that was called off, whoever was called off together. */
      attendees: sql<(string | null)[]>`array(
        select coalesce(attendee.name, seats.guest_name) from ${bookings} as seats
        left join ${users} as attendee on attendee.id = seats.mentee_id
        where seats.session_id = ${sessions.id} and case when ${bookings.status} = 'cancelled'
          then seats.status = 'cancelled' and seats.cancelled_at = ${bookings.cancelledAt}
          else seats.status in ('pending', 'confirmed', 'in_progress') end
        order by seats.seat)`,
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

/** The address of whoever has said that it may be shown, and may be written to. */
function addressForReplies(person: typeof menteeUsers | typeof mentorUsers) {
  return sql<string | null>`case when ${person.allowsReplies} and ${person.blockedAt} is null
    then ${person.email} end`;
}

/**
 * How it goes on for the mentees of bookings that are over: what there is to read, and their next
 * session with the same mentor.
 */
export async function listFollowUps(
  executor: Executor,
  { bookingIds, now }: { bookingIds: readonly string[]; now: Temporal.Instant },
) {
  if (bookingIds.length === 0) return [];
  const start = sql`lower(${bookings.period})`;
  const next = executor
    .select({ id: bookings.id, period: bookings.period, status: bookings.status })
    .from(bookings)
    .where(
      and(
        eq(bookings.menteeId, over.menteeId),
        eq(bookings.mentorId, over.mentorId),
        isLive(now),
        gt(start, sql`${now.toString()}::timestamptz`),
      ),
    )
    .orderBy(asc(start))
    .limit(1)
    .as('next');
  const rows = await executor
    .select({
      bookingId: over.id,
      hasNotes: sql<boolean>`exists (select 1 from ${bookingNotes}
          where ${bookingNotes.bookingId} = ${over.id} and ${bookingNotes.kind} = 'shared'
            and ${bookingNotes.body} <> '')
        or exists (select 1 from ${materials}
          where ${materials.sessionId} = ${over.sessionId} and ${materials.archivedAt} is null)`,
      next: { id: next.id, period: next.period, status: next.status },
    })
    .from(over)
    .leftJoinLateral(next, sql`true`)
    .where(isAnyOf(over.id, bookingIds));
  return rows.map(({ next: after, ...row }) => ({
    ...row,
    next: after?.id
      ? {
          bookingId: after.id,
          startsAt: after.period.start,
          isPending: after.status === 'pending',
        }
      : null,
  }));
}
