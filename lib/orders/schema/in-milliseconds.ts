import type { Temporal } from 'temporal-polyfill';
import type { Ordered, OrderedBooking, OrderFailure } from './order';

/** An order as pages read it: instants in epoch milliseconds. */
export function inMilliseconds({
  batchId,
  bookings,
  failures,
}: Ordered<Temporal.Instant>): Ordered {
  const [first, ...others] = bookings;
  return {
    batchId,
    bookings: [bookingInMilliseconds(first), ...others.map(bookingInMilliseconds)],
    failures: failures.map(failureInMilliseconds),
  };
}

function bookingInMilliseconds(booking: OrderedBooking<Temporal.Instant>): OrderedBooking {
  const { startsAt, expiresAt } = booking;
  return {
    ...booking,
    startsAt: startsAt.epochMilliseconds,
    expiresAt: expiresAt?.epochMilliseconds ?? null,
  };
}

export function failureInMilliseconds(failure: OrderFailure<Temporal.Instant>): OrderFailure {
  const { slot, alternatives } = failure;
  return {
    ...failure,
    slot: slot.epochMilliseconds,
    alternatives: alternatives.map((start) => start.epochMilliseconds),
  };
}
