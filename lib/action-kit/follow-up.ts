import type { Temporal } from 'temporal-polyfill';
import { sendMailsOf } from '@/lib/mails/service';
import { prepareRoomsOf } from '@/lib/meeting-rooms/service';

/**
 * What an action does once it has answered: sends the mails that were written at its `now`, and gives
 * the sessions of bookings that were made, confirmed or moved a room to meet in. What does not come
 * about now, the cron makes up for.
 * @param mostMails of them; the cron has the rest
 */
export async function followUp({
  now,
  bookingIds = [],
  mostMails,
}: {
  now: Temporal.Instant;
  bookingIds?: readonly string[];
  mostMails?: number;
}): Promise<void> {
  await Promise.all([
    sendMailsOf({ now, ...(mostMails !== undefined && { limit: mostMails }) }),
    ...(bookingIds.length > 0 ? [prepareRoomsOf({ bookingIds, now })] : []),
  ]);
}
