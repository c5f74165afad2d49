import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type BookingRecord, getBooking } from '@/db/queries/bookings';
import { getEmailToken } from '@/db/queries/email-tokens';
import { getOffer } from '@/db/queries/offers';
import {
  ensureUser,
  getViewerRow,
  learnTimeZone,
  markEmailVerified,
  setUserName,
} from '@/db/queries/users';
import { inTransaction, StartAgain } from '@/db/transaction';
import { hashToken } from '@/lib/auth/tokens';
import { ok, type Refused, refused, type Result } from '@/kernel/result';
import { factsOf, refusalOfTransition } from '@/lib/bookings/rules/booking';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { cancel } from '@/lib/bookings/service/transitions';
import type { AnswerRefusal } from '../schema/proposal';
import { takeUpHold } from './take-up-hold';

/** By what somebody shows that a proposal was made to them: its mail's link, or a user of its address. */
export type ProposalProof =
  | { token: string }
  /** `userId` null: nobody is signed in, so it is nobody's. */
  | { userId: string | null; bookingId: string };

type Answered = Result<{ bookingId: string }, AnswerRefusal>;

/**
 * Accepts a proposal: makes its address a user where it is none, charges the price, and confirms. The link
 * is good for this alone and signs nobody in. What the mentee can mend (credits, another session, a
 * number) leaves the proposal open. Accepting it twice is accepting it once.
 */
export async function acceptProposal({
  proof,
  phone = '',
  timeZone: acceptedIn = null,
  network = null,
  now,
}: {
  proof: ProposalProof;
  /** Where the session is by phone. */
  phone?: string;
  /** As the browser says; null: it does not. */
  timeZone?: string | null;
  /** That they answer from; null: nobody knows. */
  network?: string | null;
  now: Temporal.Instant;
}): Promise<Answered> {
  return inTransaction<Answered>(async (tx) => {
    const found = await findProposal(tx, { proof, now });
    if (!found.ok) return found;
    const { email, proposal: seen } = found.value;
    const { mentorId, sessionId, guestName } = seen;
    const ended = endOf(seen);
    if (ended) return refused(ended);
    const timeZone = seen.guestTimeZone ?? acceptedIn;
    const user = await ensureUser(tx, {
      email,
      name: guestName,
      locale: seen.guestLocale ?? 'en',
      timeZone,
      now,
    });
    const people = await lockPeopleAndSweep(tx, {
      personIds: [mentorId, user.id],
      sessionIds: [sessionId],
      now,
    });
    const [booking, offer] = await Promise.all([
      getBooking(tx, { id: seen.id }),
      // Whoever may not see it, or no longer can, does not get in by an answer.
      getOffer(tx, {
        mentorId,
        variantId: seen.variantId,
        viewerId: user.id,
        link: null,
        isKnown: true,
      }),
    ]);
    const mentee = people.get(user.id);
    if (!mentee || !booking || !people.has(mentorId)) throw new StartAgain();
    const over = endOf(booking);
    if (over) return refused(over);
    if (booking.status !== 'held') {
      // Accepted before, by them: what was wanted is done.
      return booking.menteeId === mentee.id ? ok({ bookingId: booking.id }) : refused('answered');
    }
    if (mentee.blockedAt !== null) return refused('blocked');
    if (!offer) return refused('not_found');
    const attempt = { to: 'confirmed', by: 'visitor', now: now.epochMilliseconds } as const;
    if (refusalOfTransition(factsOf(booking), attempt)) return refused('expired');
    if (booking.format === 'phone' && phone === '') return refused('details_missing');
    const number = booking.format === 'phone' ? phone : '';
    const taken = await takeUpHold(tx, {
      booking,
      mentee,
      // The mentor has said yes already.
      status: 'confirmed',
      phone: number,
      network,
      now,
    });
    if (!taken.ok) return taken;
    await markEmailVerified(tx, { userId: mentee.id, now });
    if (mentee.name === null && guestName !== null) {
      await setUserName(tx, { userId: mentee.id, name: guestName });
    }
    if (mentee.timeZone === null && timeZone !== null) {
      await learnTimeZone(tx, { userId: mentee.id, timeZone });
    }
    return ok({ bookingId: taken.value.bookingId });
  });
}

/** Declines a proposal, with a word for the mentor or without: the seat is free at once. */
export async function declineProposal({
  proof,
  word = '',
  now,
}: {
  proof: ProposalProof;
  word?: string;
  now: Temporal.Instant;
}): Promise<Answered> {
  return inTransaction<Answered>(async (tx) => {
    const found = await findProposal(tx, { proof, now });
    if (!found.ok) return found;
    const { id, mentorId, sessionId } = found.value.proposal;
    // The seat takes the mentor's time alone: a hold has no mentee yet.
    await lockPeopleAndSweep(tx, { personIds: [mentorId], sessionIds: [sessionId], now });
    const booking = await getBooking(tx, { id });
    if (!booking) throw new StartAgain();
    const over = endOf(booking);
    if (over) return refused(over);
    if (booking.status !== 'held') return refused('answered');
    const attempt = { to: 'cancelled', by: 'visitor', now: now.epochMilliseconds } as const;
    if (refusalOfTransition(factsOf(booking), attempt)) return refused('expired');
    const actor = { id: null, role: 'visitor' as const };
    await cancel(tx, [{ ...booking, keptCredits: 0 }], { actor, reason: word, now });
    return ok({ bookingId: id });
  });
}

async function findProposal(
  tx: Transaction,
  { proof, now }: { proof: ProposalProof; now: Temporal.Instant },
): Promise<Result<{ proposal: BookingRecord; email: string }, AnswerRefusal>> {
  const claimed = await claimOf(tx, { proof, now });
  if (!claimed.ok) return claimed;
  const { bookingId, email } = claimed.value;
  const proposal = await getBooking(tx, { id: bookingId });
  return proposal?.isProposal && proposal.guestEmail === email
    ? ok({ proposal, email })
    : refused('unknown');
}

async function claimOf(
  tx: Transaction,
  { proof, now }: { proof: ProposalProof; now: Temporal.Instant },
): Promise<Result<{ bookingId: string; email: string }, 'expired'> | Refused<'unknown'>> {
  if ('userId' in proof) {
    const { userId, bookingId } = proof;
    const user = userId === null ? null : await getViewerRow(tx, { userId });
    return user ? ok({ bookingId, email: user.email }) : refused('unknown');
  }
  const link = await getEmailToken(tx, { tokenHash: hashToken(proof.token) });
  if (!link?.bookingId || link.purpose !== 'proposal') return refused('unknown');
  const { bookingId, email, expiresAt } = link;
  return Temporal.Instant.compare(expiresAt, now) <= 0
    ? refused('expired')
    : ok({ bookingId, email });
}

function endOf({ status }: BookingRecord): 'expired' | 'cancelled' | null {
  return status === 'expired' || status === 'cancelled' ? status : null;
}
