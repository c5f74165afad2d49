import type { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '@/db/client';
import {
  type ActiveSeat,
  type BookingRecord,
  listActiveSeats,
  listBookingRecords,
} from '@/db/queries/bookings';
import { getPermitting } from '@/db/queries/organizations';
import type { Person } from '@/db/queries/people';
import { getUserByEmail } from '@/db/queries/users';
import { inTransaction, StartAgain } from '@/db/transaction';
import { type Refused, refused, type Result } from '@/kernel/result';
import {
  type Attempt,
  type BookingFacts,
  factsOf,
  refusalOfTransition,
  type TransitionRefusal,
} from '../rules/booking';
import { lockPeopleAndSweep } from './locks';
import type { Actor } from './record-events';

/** A booking under the locks of its people, and who acts on it in what role. */
export interface Act {
  booking: BookingRecord;
  facts: BookingFacts;
  /** A visitor is a user whose address a hold was made for. */
  actor: Actor & { role: 'visitor' | 'mentee' | 'mentor' | 'admin' };
  mentor: Person;
  /** Null while the booking is a hold. */
  mentee: Person | null;
  /** All whose locks are held, by id. */
  people: Map<string, Person>;
  /** The session's active seats, this booking's too: only where the whole session is acted on. */
  seats: ActiveSeat[];
}

/**
 * What every action on a booking may be refused for; not being a party answers like not existing.
 * `superseded`: the booking is not as the link in the mail left it; it was moved or called off since.
 */
export type ActRefusal = 'not_found' | 'superseded' | TransitionRefusal;

/** Who acts on which booking. */
export interface ActInput {
  userId: string;
  bookingId: string;
  /** What the booking's sequence must still be, where only a link from a mail gives the right. */
  sequence?: number | undefined;
  now: Temporal.Instant;
}

/** Who acts on all that were booked together. */
export interface ActOnBatchInput {
  userId: string;
  batchId: string;
  now: Temporal.Instant;
}

/**
 * Reads a booking, or those of a batch in order of time, locks their people, reads them again and
 * hands them to `work` with the user's role in them: the shape of every action on bookings that exist.
 */
export async function actOnBookings<Value, Reason extends string, Details extends object = object>(
  input: (ActInput | ActOnBatchInput) & {
    /** Lock everybody who is in the session of the first, because their time may change too. */
    wholeSession?: boolean;
  },
  work: (tx: Transaction, acts: [Act, ...Act[]]) => Promise<Result<Value, Reason, Details>>,
): Promise<Result<Value, Reason, Details> | Refused<'not_found' | 'superseded'>> {
  const { userId, wholeSession = false, now } = input;
  const isBatch = 'batchId' in input;
  if (!isUuid(isBatch ? input.batchId : input.bookingId)) return refused('not_found');
  const those = isBatch ? { batchId: input.batchId } : { ids: [input.bookingId] };
  const sequence = isBatch ? undefined : input.sequence;
  return inTransaction(async (tx) => {
    const seen = await listBookingRecords(tx, those);
    // What was booked together is between one mentee and one mentor.
    const [one] = seen;
    const role = one && (await roleIn(tx, { booking: one, userId }));
    if (!one || !role) return refused('not_found');

    const { sessionId } = one;
    const sessionIds = seen.map((booking) => booking.sessionId);
    const listSeats = async () => (wholeSession ? listActiveSeats(tx, { sessionId }) : []);
    const personIds = [
      ...new Set([
        one.mentorId,
        ...[one, ...(await listSeats())].flatMap(({ menteeId }) => menteeId ?? []),
      ]),
    ];
    const people = await lockPeopleAndSweep(tx, { personIds, sessionIds, now });
    const [first, ...others] = await listBookingRecords(tx, those);
    const mentor = people.get(one.mentorId);
    if (!first || !mentor) throw new StartAgain();
    for (const booking of [first, ...others]) {
      // A hold that was confirmed meanwhile has a mentee whose lock is not held.
      if (booking.menteeId !== one.menteeId) throw new StartAgain();
      // Somebody moved one to a session that is not locked.
      if (!sessionIds.includes(booking.sessionId)) throw new StartAgain();
    }
    if (sequence !== undefined && first.sequence !== sequence) return refused('superseded');
    const seats = await listSeats();
    if (seats.some(({ menteeId }) => menteeId !== null && !people.has(menteeId))) {
      throw new StartAgain();
    }
    const mentee = first.menteeId === null ? null : (people.get(first.menteeId) ?? null);
    const actOn = (booking: BookingRecord): Act => ({
      booking,
      facts: factsOf(booking),
      actor: { id: userId, role },
      mentor,
      mentee,
      people,
      seats,
    });
    return work(tx, [actOn(first), ...others.map(actOn)]);
  });
}

/** The same for one booking. */
export async function actOnBooking<Value, Reason extends string, Details extends object = object>(
  input: ActInput & { wholeSession?: boolean },
  work: (tx: Transaction, act: Act) => Promise<Result<Value, Reason, Details>>,
): Promise<Result<Value, Reason, Details> | Refused<'not_found' | 'superseded'>> {
  return actOnBookings<Value, Reason, Details>(input, async (tx, [act]) => work(tx, act));
}

/**
 * The refusal that the state table has for this attempt of the actor's, or null. What lapsed has
 * been swept before anybody gets here, so `expired` is said of the state too.
 */
export function refusalFor(
  { facts, actor }: Pick<Act, 'facts' | 'actor'>,
  { to, accused, moving = false, now }: Omit<Attempt, 'by' | 'now'> & { now: Temporal.Instant },
): Refused<TransitionRefusal> | null {
  if (facts.status === 'expired') return refused('expired');
  const attempt: Attempt = { to, by: actor.role, moving, now: now.epochMilliseconds };
  if (accused !== undefined) attempt.accused = accused;
  const reason = refusalOfTransition(facts, attempt);
  return reason === null ? null : refused(reason);
}

/** The part of `userId` in a booking; null for a stranger. */
export async function roleIn(
  tx: Transaction,
  { booking, userId }: { booking: BookingRecord; userId: string },
): Promise<Act['actor']['role'] | null> {
  if (booking.menteeId === userId) return 'mentee';
  if (booking.mentorId === userId) return 'mentor';
  if (booking.menteeId === null && booking.guestEmail !== null) {
    const holder = await getUserByEmail(tx, { email: booking.guestEmail });
    if (holder?.id === userId) return 'visitor';
  }
  const { organizationId } = booking;
  const asked = { userId, organizationId, permission: 'oversee_bookings' } as const;
  return (await getPermitting(tx, asked)) ? 'admin' : null;
}
