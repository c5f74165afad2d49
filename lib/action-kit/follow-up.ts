import type { Temporal } from 'temporal-polyfill';
import { prepareRoomsOf } from '@/lib/meeting-rooms/service';
import { dispatchEnqueued } from '@/lib/outbox/service';

/**
 * What an action does once it has answered that bookings were made, confirmed or moved: sends what was
 * written about them, and gives their sessions a room to meet in. What does not come about now, the cron
 * makes up for.
 */
export async function followUp({
  now,
  bookingIds,
}: {
  now: Temporal.Instant;
  bookingIds: readonly string[];
}): Promise<void> {
  await Promise.all([dispatchEnqueued({ now }), prepareRoomsOf({ bookingIds, now })]);
}
