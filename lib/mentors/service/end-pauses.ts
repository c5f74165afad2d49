import { db } from '@/db/client';
import { endPauses } from '@/db/queries/own-mentor';
import type { JobOutcome, Turn } from '@/kernel/turn';

/**
 * Marks pauses that are over as ended, so that the list sorts by what is so. It changes nothing that
 * anybody is told or refused: whoever asks whether a mentor takes bookings looks at the day itself. So
 * no lock is needed either; whoever edits the same row at the same time comes before or after.
 */
export async function endPausesThatAreOver({ clock }: Turn): Promise<JobOutcome> {
  return { counts: { ended: await endPauses(db, { now: clock() }) }, hasMore: false };
}
