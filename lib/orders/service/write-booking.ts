import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { BookingAnswer } from '@/domain/answers';
import type { ScheduledSession } from '@/domain/schedules';
import type { Transaction } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { insertBooking } from '@/db/queries/bookings';
import type { BookableOffer } from '@/db/queries/offers';
import { chargeBookings } from '@/lib/ledger/service';
import type { Result } from '@/kernel/result';
import {
  answerDeadline,
  firstStatus,
  holdExpiry,
  referenceFrom,
} from '@/lib/bookings/rules/booking';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import type { FreeSlot } from '@/lib/slots/service/check-slot';
import { unlessRefused } from '@/lib/slots/service/unless-refused';
import { type BookingEvent, recordEvents } from '@/lib/bookings/service/record-events';
import { seatInSession } from '@/lib/bookings/service/seat-in-session';

/** Whose the seat is: a user's, or a visitor's who has yet to prove their address. */
export type SeatOwner =
  | { menteeId: string }
  | { guestName: string; guestEmail: string; guestLocale: 'en' | 'fr'; guestTimeZone: string };

export interface PlacedBooking {
  id: string;
  reference: string;
  status: 'held' | 'pending' | 'confirmed';
  /** Its session as it is with this seat. */
  session: ScheduledSession;
}

export interface Placing {
  offer: BookableOffer;
  free: FreeSlot;
  owner: SeatOwner;
  details: BookingDetails;
  answers: BookingAnswer[];
  /** What the bookings of one order share; null for an order of one slot. */
  batchId: string | null;
  now: Temporal.Instant;
}

const referenceTries = 5;

/**
 * Writes the booking, and its session when it joins none; what the database refuses leaves nothing
 * behind. What is taken has still to be concluded.
 */
export async function takeSeat(
  tx: Transaction,
  placing: Placing,
): Promise<Result<PlacedBooking, 'slot_taken' | 'overlaps_yours' | 'own_slot'>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await unlessRefused(tx, (savepoint) => write(savepoint, placing));
    } catch (error) {
      const isReferenceTaken = violatedConstraint(error) === 'bookings_reference_key';
      if (!isReferenceTaken || tries === referenceTries) throw error;
    }
  }
}

async function write(tx: Transaction, placing: Placing): Promise<PlacedBooking> {
  const { offer, free, owner, details, answers, batchId, now } = placing;
  const { session, seat } = await seatInSession(tx, placing);
  const id = uuidv7();
  const reference = referenceFrom(randomBytes(6));
  const status = 'menteeId' in owner ? firstStatus(offer) : 'held';
  await insertBooking(tx, {
    id,
    reference,
    organizationId: offer.organizationId,
    sessionId: session.id,
    mentorId: session.mentorId,
    period: session.period,
    sessionCapacity: session.capacity,
    seat,
    ...owner,
    status,
    expiresAt: deadline(status, now, session.period.start),
    requestedAt: status === 'pending' ? now : null,
    confirmedAt: status === 'confirmed' ? now : null,
    subject: details.subject,
    notes: details.notes,
    answers,
    phone: session.format === 'phone' ? details.phone : '',
    priceCredits: offer.priceCredits,
    chargedCredits: 'menteeId' in owner ? offer.priceCredits : 0,
    batchId,
    createdAt: now,
  });
  return { id, reference, status, session: withSeat(session, free.joins) };
}

/** Charges bookings that were placed for one person, and tells of them. */
export async function concludeBookings(
  tx: Transaction,
  {
    placed,
    offer,
    owner,
    now,
  }: { placed: PlacedBooking[] } & Pick<Placing, 'offer' | 'owner' | 'now'>,
): Promise<void> {
  const events = placed.map(({ id, status }): BookingEvent => ({
    bookingId: id,
    from: null,
    to: status,
  }));
  if (!('menteeId' in owner)) {
    await recordEvents(tx, events, { actor: { id: null, role: 'visitor' }, now });
    return;
  }
  const { menteeId } = owner;
  await chargeBookings(tx, {
    userId: menteeId,
    bookingIds: placed.map(({ id }) => id),
    creditsEach: offer.priceCredits,
    now,
  });
  await recordEvents(tx, events, { actor: { id: menteeId, role: 'mentee' }, now });
}

/** A session as the engine sees it once one more of its seats is taken. */
function withSeat(
  session: Awaited<ReturnType<typeof seatInSession>>['session'],
  joined: ScheduledSession | null,
): ScheduledSession {
  const { id, variantId, period, bufferBeforeMinutes, bufferAfterMinutes, capacity, format } =
    session;
  return {
    id,
    variantId,
    start: period.start.epochMilliseconds,
    end: period.end.epochMilliseconds,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    capacity,
    seatsTaken: (joined?.seatsTaken ?? 0) + 1,
    isHold: false,
    format,
    countsTowardsCaps: true,
  };
}

function deadline(
  status: PlacedBooking['status'],
  now: Temporal.Instant,
  start: Temporal.Instant,
): Temporal.Instant | null {
  if (status === 'confirmed') return null;
  const lapse = status === 'held' ? holdExpiry : answerDeadline;
  return Temporal.Instant.fromEpochMilliseconds(
    lapse(now.epochMilliseconds, start.epochMilliseconds),
  );
}
