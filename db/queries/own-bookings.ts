import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { isViewer, shownAs } from '../viewer';

/**
 * Bookings, to look for by their time: a page finds its viewer's in the view that has the index on ranges,
 * which no policied table uses. Of a booking it has ids, state and times.
 */
export function ownBookings(executor: Executor) {
  return isViewer(executor) ? ownOfViewer : bookings;
}

/** The same for queries that are built once. */
export const ownOfViewer = shownAs('own_bookings', bookings);
