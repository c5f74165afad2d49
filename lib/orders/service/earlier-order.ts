import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type BookingRequest, deleteBookingRequest } from '@/db/queries/booking-requests';
import { listBookingRecords } from '@/db/queries/bookings';
import type { OrderedBooking } from '../schema/order';
import type { Made } from './order-slots';

/**
 * What the same form led to when it came before: its mails are on their way already. What has come
 * to nothing since is forgotten, and the form books anew.
 */
export async function findEarlierOrder(
  tx: Transaction,
  request: BookingRequest,
): Promise<Made | null> {
  const records = await listBookingRecords(tx, { ids: request.bookingIds });
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const failures = request.failures.map((failure) => ({
    ...failure,
    startsAt: Temporal.Instant.from(failure.startsAt),
  }));
  const refusedAt = new Set(failures.map(({ index }) => index));
  const bookedAt = [...Array(request.bookingIds.length + failures.length).keys()].filter(
    (index) => !refusedAt.has(index),
  );
  const [first, ...others] = request.bookingIds.flatMap(
    (bookingId, place): OrderedBooking<Temporal.Instant>[] => {
      const record = recordOf.get(bookingId);
      // What has been called off since is no success any more.
      if (!record || record.status === 'cancelled' || record.status === 'expired') return [];
      const { reference, status, period } = record;
      return [
        {
          index: bookedAt[place] ?? place,
          bookingId,
          reference,
          status: status === 'held' || status === 'pending' ? status : 'confirmed',
          startsAt: period.start,
          expiresAt: record.expiresAt,
        },
      ];
    },
  );
  if (!first) {
    await deleteBookingRequest(tx, { id: request.id });
    return null;
  }
  const batchId = records[0]?.batchId ?? null;
  return { batchId, bookings: [first, ...others], failures, offer: null };
}
