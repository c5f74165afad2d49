import { Temporal } from 'temporal-polyfill';
import {
  type BookingRequest,
  getBookingRequest,
  moveBookingRequest,
} from '@/db/queries/booking-requests';
import { countOpenHolds } from '@/db/queries/booking-caps';
import { type BookingRecord, getBooking, setGuestEmail } from '@/db/queries/bookings';
import { lockAddress } from '@/db/queries/people';
import { db, type Executor } from '@/db/client';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { mailHoldLink } from '@/lib/bookings/service/mail-hold-link';
import {
  type HoldProof,
  openHoldsPerAddress,
  type Ordered,
  type OrderRefusal,
} from '../schema/order';

/**
 * Mails the link of a hold again; to another address, the hold goes over to that: the links that were
 * mailed before are worth nothing then. It lasts no longer by it. Who asks is known by the request that
 * made the hold, and the address it was made for.
 */
export async function mailHold({
  requestId,
  sentTo,
  email,
  now,
}: {
  requestId: string;
  /** The address that it was made for, in lower case as is `email`. */
  sentTo: string;
  email: string;
  now: Temporal.Instant;
}): Promise<Result<Ordered<Temporal.Instant>, OrderRefusal>> {
  return inTransaction(async (tx) => {
    // Always in the same order, whoever corrects which into which.
    for (const address of [...new Set([sentTo, email])].sort()) {
      await lockAddress(tx, { email: address });
    }
    const found = await findHold(tx, { requestId, email: sentTo });
    if (!found) return refused('hold_over');
    const { mentorId, sessionId } = found.booking;
    await lockPeopleAndSweep(tx, { personIds: [mentorId], sessionIds: [sessionId], now });
    const booking = await getBooking(tx, { id: found.booking.id });
    if (!booking || booking.status === 'cancelled' || booking.status === 'expired') {
      return refused('hold_over');
    }
    // Confirmed meanwhile: what was wanted is done.
    if (booking.status !== 'held') return ok(orderOf(booking));
    if (email !== sentTo) {
      // Whose address it is, whoever opens the mailed link is told.
      if ((await countOpenHolds(tx, { email, now })) >= openHoldsPerAddress) {
        return refused('too_many_holds');
      }
      await setGuestEmail(tx, { bookingId: booking.id, email });
      await moveBookingRequest(tx, { id: found.request.id, email });
    }
    await mailHoldLink(tx, booking, { email, now });
    return ok(orderOf(booking));
  });
}

/** What has become of a visitor's hold; null: they have none such. */
export async function readHoldState({
  requestId,
  bookingId,
  now,
}: {
  requestId: string;
  bookingId: string;
  now: Temporal.Instant;
}): Promise<'held' | 'pending' | 'confirmed' | 'over' | null> {
  const booking = await getBooking(db, { id: bookingId });
  const email = booking?.guestEmail ?? null;
  if (!booking || email === null) return null;
  const found = await findHold(db, { requestId, email });
  if (found?.booking.id !== bookingId) return null;
  const { status, expiresAt } = booking;
  if (status === 'cancelled' || status === 'expired') return 'over';
  if (status !== 'held') return status === 'pending' ? 'pending' : 'confirmed';
  return expiresAt !== null && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'over' : 'held';
}

async function findHold(
  executor: Executor,
  proof: HoldProof,
): Promise<{ request: BookingRequest; booking: BookingRecord } | null> {
  const request = await getBookingRequest(executor, proof);
  const [id] = request?.bookingIds ?? [];
  const booking = id === undefined ? null : await getBooking(executor, { id });
  return request && booking && { request, booking };
}

function orderOf({
  id,
  reference,
  status,
  period,
  expiresAt,
}: BookingRecord): Ordered<Temporal.Instant> {
  const booking = {
    index: 0,
    bookingId: id,
    reference,
    status: status === 'held' || status === 'pending' ? status : ('confirmed' as const),
    startsAt: period.start,
    expiresAt,
  };
  return { batchId: null, bookings: [booking], failures: [] };
}
