import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

const mentorUsers = alias(users, 'mentor_users');
const menteeUsers = alias(users, 'mentee_users');

/** Bookings with the two people whom they concern, as they stand now. */
export async function listBookingParties(executor: Executor, { ids }: { ids: string[] }) {
  return selectParties(executor).where(isAnyOf(bookings.id, ids));
}

/** The seats of these sessions that are to take place, each with its two people. */
export async function listSessionParties(
  executor: Executor,
  { sessionIds }: { sessionIds: string[] },
) {
  return selectParties(executor)
    .where(
      and(
        isAnyOf(bookings.sessionId, sessionIds),
        isOneOf(bookings.status, ['confirmed', 'in_progress']),
      ),
    )
    .orderBy(asc(bookings.id));
}

export type BookingParties = Awaited<ReturnType<typeof listBookingParties>>[number];

function selectParties(executor: Executor) {
  return executor
    .select({
      id: bookings.id,
      sessionId: bookings.sessionId,
      batchId: bookings.batchId,
      status: bookings.status,
      isProposal: bookings.isProposal,
      sequence: bookings.sequence,
      sessionSequence: sessions.sequence,
      period: bookings.period,
      serviceTitle: services.title,
      guest: {
        name: bookings.guestName,
        email: bookings.guestEmail,
        locale: bookings.guestLocale,
      },
      mentor: {
        id: mentorUsers.id,
        email: mentorUsers.email,
        locale: mentorUsers.locale,
        name: mentorUsers.name,
      },
      /** Null while the booking is a hold. */
      mentee: {
        id: menteeUsers.id,
        email: menteeUsers.email,
        locale: menteeUsers.locale,
        name: menteeUsers.name,
      },
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(mentorUsers, eq(mentorUsers.id, bookings.mentorId))
    .leftJoin(menteeUsers, eq(menteeUsers.id, bookings.menteeId));
}
