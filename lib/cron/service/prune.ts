import { db } from '@/db/client';
import { deleteOldRooms } from '@/db/queries/meeting-rooms';
import {
  deleteOldAuthSessions,
  deleteOldBookingRequests,
  deleteOldCronRuns,
  deleteOldEmailTokens,
  deleteOldGrantDrafts,
  deleteOldImportDrafts,
  deleteOldMailboxMessages,
  deleteOldNotifications,
  deleteOldRateLimits,
  deleteOldReadNotifications,
  forgetOldMailBodies,
  forgetOldNetworks,
} from '@/db/queries/pruning';
import { isOver } from '@/kernel/turn';
import type { JobOutcome, Turn } from '@/kernel/turn';

const rowsAtOnce = 1000;

/** What is done with, and for how many more days somebody may still ask for it. */
const remnants = [
  // A link that was used or is out of date says so for a week; then it is unknown.
  { name: 'emailTokens', days: 7, remove: deleteOldEmailTokens },
  { name: 'authSessions', days: 7, remove: deleteOldAuthSessions },
  { name: 'rateLimits', days: 1, remove: deleteOldRateLimits },
  { name: 'networks', days: 1, remove: forgetOldNetworks },
  { name: 'bookingRequests', days: 30, remove: deleteOldBookingRequests },
  { name: 'meetingRooms', days: 7, remove: deleteOldRooms },
  // Lists of people that nobody gave anything to.
  { name: 'grantDrafts', days: 7, remove: deleteOldGrantDrafts },
  { name: 'importDrafts', days: 7, remove: deleteOldImportDrafts },
  { name: 'mailboxMessages', days: 30, remove: deleteOldMailboxMessages },
  // That a mail was sent stays on record; what it said, people can see on the booking's page.
  { name: 'mailBodies', days: 30, remove: forgetOldMailBodies },
  { name: 'readNotifications', days: 180, remove: deleteOldReadNotifications },
  // Who has not come back in a year is not waiting for what was new then.
  { name: 'notifications', days: 365, remove: deleteOldNotifications },
  { name: 'cronRuns', days: 7, remove: deleteOldCronRuns },
];

/** Removes what nobody will ask for again. Sessions, bookings and their trail are for ever. */
export async function pruneOldRows(turn: Turn): Promise<JobOutcome> {
  const counts: Record<string, number> = {};
  for (const { name, days, remove } of remnants) {
    const before = turn.clock().subtract({ hours: days * 24 });
    let removed: number;
    do {
      if (isOver(turn)) return { counts, hasMore: true };
      removed = await remove(db, { before, limit: rowsAtOnce });
      counts[name] = (counts[name] ?? 0) + removed;
    } while (removed === rowsAtOnce);
  }
  return { counts, hasMore: false };
}
