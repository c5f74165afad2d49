import { and, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { emailTokens } from '../schema/auth';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { mentorHandle } from './mentor-handle';
import { linkOfBooking } from './offers';
import { takesBookings } from './taking-bookings';

/**
 * What the link of a hold's mail leads to, read without using the link up. The token's hash is
 * itself the proof of who may look.
 */
export async function getHoldByToken(executor: Executor, { tokenHash }: { tokenHash: string }) {
  const [row] = await executor
    .select({
      linkExpiresAt: emailTokens.expiresAt,
      usedAt: emailTokens.usedAt,
      bookingId: bookings.id,
      menteeId: bookings.menteeId,
      reference: bookings.reference,
      status: bookings.status,
      expiresAt: bookings.expiresAt,
      period: bookings.period,
      guestName: bookings.guestName,
      guestTimeZone: bookings.guestTimeZone,
      priceCredits: bookings.priceCredits,
      answers: bookings.answers,
      mentorName: users.name,
      mentorPortraitId: portraits.id,
      mentorHandle,
      mentorTakesBookings: takesBookings,
      mentorTimeZone: mentors.timeZone,
      confirmation: mentors.confirmation,
      serviceTitle: services.title,
      serviceLink: linkOfBooking,
      variantId: sessions.variantId,
      durationMinutes: sessions.durationMinutes,
      format: sessions.format,
    })
    .from(emailTokens)
    .innerJoin(bookings, eq(bookings.id, emailTokens.bookingId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .innerJoin(users, eq(users.id, bookings.mentorId))
    .leftJoin(portraits, eq(portraits.mentorId, bookings.mentorId))
    .where(
      and(
        eq(emailTokens.tokenHash, tokenHash),
        eq(emailTokens.purpose, 'hold'),
        eq(emailTokens.email, bookings.guestEmail),
      ),
    )
    .limit(1);
  return row ?? null;
}

export type HoldBehindLink = NonNullable<Awaited<ReturnType<typeof getHoldByToken>>>;
