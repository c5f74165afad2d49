import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { countOpenings } from '@/db/queries/booking-caps';
import { type BookingRecord, hasOverlap } from '@/db/queries/bookings';
import { getSpendable } from '@/db/queries/ledger';
import type { Person } from '@/db/queries/people';
import { ok, refused, type Result } from '@/kernel/result';
import { answerDeadline } from '@/lib/bookings/rules/booking';
import { confirm, request } from '@/lib/bookings/service/transitions';
import { chargeBookings } from '@/lib/ledger/service';
import { unlessRefused } from '@/lib/slots/service/unless-refused';

export interface TakenUp {
  bookingId: string;
  status: 'pending' | 'confirmed';
}

/**
 * Makes a hold the booking of whoever has proved its address, and charges it: checks 4, 6, 7 and 8 of
 * docs/architecture.md. The locks of both people are held. A refusal changes nothing.
 */
export async function takeUpHold(
  tx: Transaction,
  {
    booking,
    mentee,
    status,
    phone = booking.phone,
    network,
    now,
  }: {
    booking: BookingRecord;
    mentee: Person;
    status: TakenUp['status'];
    phone?: string;
    /** Where the mentee answers from; null: nobody knows. */
    network: string | null;
    now: Temporal.Instant;
  },
): Promise<
  Result<
    TakenUp,
    'own_slot' | 'overlaps_yours' | 'too_many_open' | 'not_enough_credits' | 'slot_taken'
  >
> {
  const { id: bookingId, mentorId, organizationId, period, priceCredits: credits } = booking;
  const payer = { userId: mentee.id, organizationId, network, now };
  if (mentee.id === mentorId) return refused('own_slot');
  if (await hasOverlap(tx, { personId: mentee.id, period, now })) return refused('overlaps_yours');
  const counted = { menteeId: mentee.id, mentorId, isRequest: status === 'pending', now };
  if ((await countOpenings(tx, counted)) < 1) return refused('too_many_open');
  if (credits > 0 && (await getSpendable(tx, payer)).credits < credits) {
    return refused('not_enough_credits');
  }
  const actor = { id: mentee.id, role: 'visitor' as const };
  const change = { actor, now, taken: { menteeId: mentee.id, chargedCredits: credits, phone } };
  const taken = await unlessRefused(tx, (savepoint) =>
    status === 'confirmed'
      ? confirm(savepoint, booking, change)
      : request(savepoint, booking, {
          ...change,
          expiresAt: Temporal.Instant.fromEpochMilliseconds(
            answerDeadline(now.epochMilliseconds, period.start.epochMilliseconds),
          ),
        }),
  );
  if (!taken.ok) return taken;
  await chargeBookings(tx, {
    ...payer,
    bookingIds: [bookingId],
    creditsEach: credits,
  });
  return ok({ bookingId, status });
}
