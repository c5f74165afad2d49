import { eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

const mentorUsers = alias(users, 'mentor_users');
const menteeUsers = alias(users, 'mentee_users');

/** Bookings with the two people whom their events are told to, as they stand now. */
export async function listBookingParties(executor: Executor, { ids }: { ids: string[] }) {
  return executor
    .select({
      id: bookings.id,
      sessionId: bookings.sessionId,
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
    .leftJoin(menteeUsers, eq(menteeUsers.id, bookings.menteeId))
    .where(inArray(bookings.id, ids));
}

export type BookingParties = Awaited<ReturnType<typeof listBookingParties>>[number];
