import { and, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { emailTokens } from '../schema/auth';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { keptSession } from './kept-sessions';

/**
 * What the link of a hold's mail leads to, read without using the link up. The token's hash is
 * itself the proof of who may look.
 */
export async function getHoldByToken(executor: Executor, { tokenHash }: { tokenHash: string }) {
  const [row] = await executor
    .select({
      linkExpiresAt: emailTokens.expiresAt,
      usedAt: emailTokens.usedAt,
      ...keptSession,
      answers: bookings.answers,
      confirmation: mentors.confirmation,
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
