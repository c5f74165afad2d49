import { Temporal } from 'temporal-polyfill';
import { getBooking } from '@/db/queries/bookings';
import { getEmailToken } from '@/db/queries/email-tokens';
import { inTransaction } from '@/db/transaction';
import { hashToken } from '@/lib/auth/tokens';
import { ok, refused, type Result } from '@/kernel/result';
import { factsOf, refusalOfTransition, type TransitionRefusal } from '@/lib/bookings/rules/booking';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { cancel } from '@/lib/bookings/service/transitions';

/**
 * Gives a held seat back before its time, by the link that could have confirmed it: for a visitor
 * who changed their mind, or chose the wrong time and has no other hold left.
 */
export async function releaseHold({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<{ bookingId: string }, 'unknown' | 'used' | TransitionRefusal>> {
  const tokenHash = hashToken(token);
  return inTransaction(async (tx) => {
    const link = await getEmailToken(tx, { tokenHash });
    const seen = link?.bookingId ? await getBooking(tx, { id: link.bookingId }) : null;
    if (!link || link.purpose !== 'hold' || seen?.guestEmail !== link.email)
      return refused('unknown');
    if (link.usedAt !== null) return refused('used');
    if (Temporal.Instant.compare(link.expiresAt, now) <= 0) return refused('expired');

    // The seat takes the mentor's time alone: a hold has no mentee yet.
    const { mentorId, sessionId } = seen;
    await lockPeopleAndSweep(tx, { personIds: [mentorId], sessionIds: [sessionId], now });
    const hold = await getBooking(tx, { id: seen.id });
    if (hold?.guestEmail !== link.email) return refused('unknown');
    if (hold.status !== 'held') return refused('expired');
    const attempt = { to: 'cancelled', by: 'visitor', now: now.epochMilliseconds } as const;
    const refusal = refusalOfTransition(factsOf(hold), attempt);
    if (refusal) return refused(refusal);
    const actor = { id: null, role: 'visitor' as const };
    await cancel(tx, [{ ...hold, keptCredits: 0 }], { actor, reason: 'released', now });
    return ok({ bookingId: hold.id });
  });
}
