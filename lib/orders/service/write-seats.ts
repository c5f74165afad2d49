import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { BookingAnswer } from '@/domain/answers';
import type { Transaction } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import type { BookingParties } from '@/db/queries/booking-parties';
import { insertBookings } from '@/db/queries/bookings';
import type { BookableOffer } from '@/db/queries/offers';
import type { Person } from '@/db/queries/people';
import { insertSessions } from '@/db/queries/sessions';
import { ok, type Result } from '@/kernel/result';
import {
  answerDeadline,
  firstStatus,
  holdExpiry,
  proposalExpiry,
  referenceFrom,
} from '@/lib/bookings/rules/booking';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import { recordEvents } from '@/lib/bookings/service/record-events';
import { findSeats, type SeatInSession } from '@/lib/bookings/service/seat-in-session';
import { chargeBookings } from '@/lib/ledger/service';
import type { FreeSlot } from '@/lib/slots/service/check-slot';
import { unlessRefused } from '@/lib/slots/service/unless-refused';

/**
 * Whose the seats are: a user's, with the network that they ask from, or a visitor's who has yet to prove their address; or whom the mentor
 * proposes them to, at an address that has yet to answer.
 */
export type SeatOwner =
  | { mentee: Person; network: string | null }
  | {
      guestName: string;
      guestEmail: string;
      guestLocale: 'en' | 'fr';
      guestTimeZone: string | null;
      /** The hash of the network that a visitor asked from, while the seat is held. */
      heldFrom: string | null;
      isProposal: boolean;
    };

export interface Placing {
  offer: BookableOffer;
  owner: SeatOwner;
  details: BookingDetails;
  answers: BookingAnswer[];
  /** What the bookings of one order share; null for an order of one slot. */
  batchId: string | null;
  now: Temporal.Instant;
}

export interface PlacedSeat {
  id: string;
  reference: string;
  status: 'held' | 'pending' | 'confirmed';
  expiresAt: Temporal.Instant | null;
  session: { id: string; sequence: number; period: BookingParties['period'] };
}

const referenceTries = 5;

/**
 * Writes a booking for each free slot, and its session where it joins none, by one statement each. What
 * the database refuses of one leaves nothing of any behind. What is written has still to be concluded.
 */
export async function writeSeats<Slot extends FreeSlot>(
  tx: Transaction,
  slots: Slot[],
  placing: Placing,
): Promise<Result<(Slot & PlacedSeat)[], 'slot_taken' | 'overlaps_yours' | 'own_slot'>> {
  if (slots.length === 0) return ok([]);
  const found = await findSeats(tx, slots, placing);
  for (let tries = 1; ; tries += 1) {
    const seats = found.map((place) => ({ slot: place.slot, ...seatIn(place, placing) }));
    try {
      const written = await unlessRefused(tx, (savepoint) =>
        // In this order, and without waiting in between: a booking needs its session.
        Promise.all([
          insertSessions(
            savepoint,
            found.flatMap(({ made }) => made ?? []),
          ),
          insertBookings(
            savepoint,
            seats.map(({ row }) => row),
          ),
        ]),
      );
      if (!written.ok) return written;
      return ok(seats.map(({ slot, seat }) => ({ ...slot, ...seat })));
    } catch (error) {
      const isReferenceTaken = violatedConstraint(error) === 'bookings_reference_key';
      if (!isReferenceTaken || tries === referenceTries) throw error;
    }
  }
}

function seatIn({ session, seat: number }: SeatInSession, placing: Placing) {
  const { offer, owner, details, answers, batchId, now } = placing;
  const status = 'mentee' in owner ? firstStatus(offer) : ('held' as const);
  const { id: sessionId, mentorId, period, sequence, capacity: sessionCapacity } = session;
  const booking = {
    id: uuidv7(),
    reference: referenceFrom(randomBytes(6)),
    status,
    expiresAt: deadline(status, { isProposal: isProposed(owner), now, start: period.start }),
  };
  const row = {
    ...booking,
    organizationId: offer.organizationId,
    sessionId,
    mentorId,
    period,
    sessionCapacity,
    seat: number,
    ...('mentee' in owner ? { menteeId: owner.mentee.id } : owner),
    requestedAt: status === 'pending' ? now : null,
    confirmedAt: status === 'confirmed' ? now : null,
    subject: details.subject,
    notes: details.notes,
    answers,
    phone: session.format === 'phone' ? details.phone : '',
    priceCredits: offer.priceCredits,
    chargedCredits: 'mentee' in owner ? offer.priceCredits : 0,
    batchId,
    createdAt: now,
  };
  const seat: PlacedSeat = { ...booking, session: { id: sessionId, sequence, period } };
  return { seat, row };
}

/**
 * Charges seats that were written for one person, and writes what both sides hear of them: all of it
 * sent without waiting in between.
 */
export async function concludeSeats(
  tx: Transaction,
  {
    seats,
    mentor,
    accountId,
    offer,
    owner,
    batchId,
    word,
    now,
  }: {
    seats: PlacedSeat[];
    mentor: Person;
    /** The mentee's, where they have one already. */
    accountId: string | null;
    /** The mentor's, with what they propose. */
    word?: string;
  } & Pick<Placing, 'offer' | 'owner' | 'batchId' | 'now'>,
): Promise<void> {
  const events = seats.map(({ id, status }) => ({ bookingId: id, from: null, to: status }));
  const mentee = 'mentee' in owner ? owner.mentee : null;
  const network = 'mentee' in owner ? owner.network : null;
  const guest =
    'mentee' in owner
      ? { name: null, email: null, locale: null }
      : { name: owner.guestName, email: owner.guestEmail, locale: owner.guestLocale };
  const isProposal = isProposed(owner);
  const parties = seats.map(({ id, status, session }) => ({
    id,
    sessionId: session.id,
    batchId,
    status,
    isProposal,
    sequence: 0,
    sessionSequence: session.sequence,
    period: session.period,
    serviceTitle: offer.serviceTitle,
    guest,
    mentor,
    mentee,
  }));
  const actor = mentee
    ? { id: mentee.id, role: 'mentee' as const }
    : isProposal
      ? { id: mentor.id, role: 'mentor' as const }
      : { id: null, role: 'visitor' as const };
  const occasion = { actor, now, ...(word && { reason: word }) };
  await Promise.all([
    mentee &&
      chargeBookings(tx, {
        userId: mentee.id,
        organizationId: offer.organizationId,
        accountId,
        bookingIds: seats.map(({ id }) => id),
        creditsEach: offer.priceCredits,
        network,
        now,
      }),
    recordEvents(tx, events, occasion, parties),
  ]);
}

export function isProposed(owner: SeatOwner): boolean {
  return 'isProposal' in owner && owner.isProposal;
}

function deadline(
  status: PlacedSeat['status'],
  {
    isProposal,
    now,
    start,
  }: { isProposal: boolean; now: Temporal.Instant; start: Temporal.Instant },
): Temporal.Instant | null {
  if (status === 'confirmed') return null;
  const lapse = status === 'pending' ? answerDeadline : isProposal ? proposalExpiry : holdExpiry;
  return Temporal.Instant.fromEpochMilliseconds(
    lapse(now.epochMilliseconds, start.epochMilliseconds),
  );
}
