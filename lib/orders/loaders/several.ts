import 'server-only';
import { db } from '@/db/client';
import { getSpendableCredits } from '@/db/queries/ledger';
import { listAskedQuestions } from '@/db/queries/questions';
import { getViewer } from '@/lib/auth/session';
import { loadTimes } from '@/lib/slots/loaders/series';
import { getViewerTimeZone } from '@/kernel/time/viewer-zone';
import { chosenOffer, loadMentorPage } from '@/lib/mentors/loaders/mentor-page';

/**
 * Several times of one service, as they are looked through before they are booked; null when the
 * viewer may not see the mentor. `chosen` is null while the mentor offers nothing.
 */
export async function loadSeveral({
  slug,
  variantId,
  slots,
}: {
  slug: string;
  variantId: string | null;
  /** Epoch milliseconds. */
  slots: readonly number[];
}) {
  const [mentor, viewer, viewerTimeZone] = await Promise.all([
    loadMentorPage(slug),
    getViewer(),
    getViewerTimeZone(),
  ]);
  if (!mentor) return null;
  const found = mentor.takingBookings
    ? chosenOffer(mentor.services, { variant: variantId, service: null })
    : null;
  const [questions, times, credits] = await Promise.all([
    found ? listAskedQuestions(db, { variantId: found.variant.id }) : [],
    found ? loadTimes({ mentorId: mentor.id, offer: found.variant.offer, starts: slots }) : [],
    // What is free touches no account.
    viewer && found && found.variant.priceCredits > 0
      ? getSpendableCredits(db, { userId: viewer.id })
      : null,
  ]);
  return {
    mentor,
    chosen: found && { ...found, questions },
    times,
    viewer: viewer && { name: viewer.name ?? viewer.email, email: viewer.email },
    credits,
    timeZone: viewerTimeZone ?? viewer?.timeZone ?? mentor.timeZone,
    now: Date.now(),
  };
}
