import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type BookingRecord, getBooking, isAdmin } from '@/db/queries/bookings';
import type { Person } from '@/db/queries/people';
import { inTransaction, StartAgain } from '@/db/transaction';
import { type Refused, refused, type Result } from '@/lib/result';
import {
  type Attempt,
  type BookingFacts,
  refusalOfTransition,
  type TransitionRefusal,
} from '../rules';
import type { BookingRole } from '../schema';
import { lockPeopleAndSweep } from './locks';
import type { Actor } from './transitions';

/** A booking under the locks of its people, and who acts on it in what role. */
export interface Act {
  booking: BookingRecord;
  facts: BookingFacts;
  actor: Actor & { role: 'mentee' | 'mentor' | 'admin' };
  mentor: Person;
  /** Null while the booking is a hold. */
  mentee: Person | null;
}

/** What every action on a booking may be refused for; not being a party answers like not existing. */
export type ActRefusal = 'not_found' | TransitionRefusal;

/**
 * Reads a booking, locks its people, reads it again and hands it to `work` with the user's role in
 * it: the shape of every action on a booking that exists.
 */
export async function actOnBooking<Value, Reason extends string>(
  { userId, bookingId, now }: { userId: string; bookingId: string; now: Temporal.Instant },
  work: (tx: Transaction, act: Act) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'not_found'>> {
  return inTransaction(async (tx) => {
    const seen = await getBooking(tx, { id: bookingId });
    const role = seen && (await roleIn(tx, { booking: seen, userId }));
    if (!seen || !role) return refused('not_found');

    const personIds = [seen.mentorId, ...(seen.menteeId === null ? [] : [seen.menteeId])];
    const people = await lockPeopleAndSweep(tx, { personIds, now });
    const booking = await getBooking(tx, { id: bookingId });
    const mentor = people.get(seen.mentorId);
    // A hold that was confirmed meanwhile has a mentee whose lock is not held.
    if (!booking || !mentor || booking.menteeId !== seen.menteeId) throw new StartAgain();
    const mentee = booking.menteeId === null ? null : (people.get(booking.menteeId) ?? null);
    return work(tx, {
      booking,
      facts: factsOf(booking),
      actor: { id: userId, role },
      mentor,
      mentee,
    });
  });
}

/** The refusal that the state table has for this attempt of the actor's, or null. */
export function refusalFor(
  { facts, actor }: Pick<Act, 'facts' | 'actor'>,
  { to, accused, now }: Omit<Attempt, 'by' | 'now'> & { now: Temporal.Instant },
): Refused<TransitionRefusal> | null {
  const attempt: Attempt = { to, by: actor.role, now: now.epochMilliseconds };
  if (accused !== undefined) attempt.accused = accused;
  const reason = refusalOfTransition(facts, attempt);
  return reason === null ? null : refused(reason);
}

/** A booking as the pure rules see it. */
export function factsOf(booking: BookingRecord): BookingFacts {
  return {
    status: booking.status,
    startsAt: booking.period.start.epochMilliseconds,
    endsAt: booking.period.end.epochMilliseconds,
    createdAt: booking.createdAt.epochMilliseconds,
    expiresAt: booking.expiresAt?.epochMilliseconds ?? null,
    menteeCheckedInAt: booking.menteeCheckedInAt?.epochMilliseconds ?? null,
    mentorCheckedInAt: booking.mentorCheckedInAt?.epochMilliseconds ?? null,
    movedByMentorAt: booking.movedByMentorAt?.epochMilliseconds ?? null,
  };
}

async function roleIn(
  tx: Transaction,
  { booking, userId }: { booking: BookingRecord; userId: string },
): Promise<Extract<BookingRole, 'mentee' | 'mentor' | 'admin'> | null> {
  if (booking.menteeId === userId) return 'mentee';
  if (booking.mentorId === userId) return 'mentor';
  const { organizationId } = booking;
  return (await isAdmin(tx, { userId, organizationId })) ? 'admin' : null;
}
