import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { MentorHandle } from '@/domain/mentors';
import { db } from '@/db/client';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import { getSpendable } from '@/db/queries/ledger';
import { countWelcomesLeft, getWelcomeCredits } from '@/db/queries/welcomes';
import { listAskedQuestions } from '@/db/queries/questions';
import { getNetwork, getViewer, getViewerTimeZone } from '@/lib/auth/session';
import { loadWeeks } from '@/lib/slots/loaders/weeks';
import type { WeeksAsked, WeeksOfSlots } from '@/lib/slots/schema/weeks';
import { loadSeries, loadTimes } from '@/lib/slots/loaders/series';
import type { CheckedTime, Series, SeriesAsked } from '@/lib/slots/schema/series';
import { env } from '@/kernel/env';
import type { Question } from '@/lib/services/schema';
import {
  chosenOffer,
  loadMentorPage,
  type MentorPage,
  type OfferedService,
  type OfferedVariant,
} from '@/lib/mentors/loaders/mentor-page';

/** What the pages of booking need, beside what their address says is chosen. */
export interface BookingPanel {
  mentor: MentorPage;
  /** Null while the mentor offers nothing. */
  chosen: { service: OfferedService; variant: OfferedVariant; questions: Question[] } | null;
  /** Null while nothing can be booked, whatever is offered. A mentor sees their own as others do. */
  weeks: WeeksOfSlots | null;
  /** What repeating a time comes to, where that is asked for. */
  series: Series | null;
  /** The starts that were asked about, and whether they are still to be had. */
  times: CheckedTime[];
  viewerTimeZone: string | null;
  viewer: { name: string; email: string } | null;
  /**
   * What the viewer can spend with this mentor, and what more they start with later as many of their
   * network are new; or what a visitor starts with if they are new. Null for what is free.
   */
  balance: { credits: number; welcomeLater: number; isWelcome: boolean } | null;
  keepsMails: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Times of a mentor to choose from, or null when the viewer may not see them.
 * @param weeksIn which weeks are asked for, in the zone that they will be shown in. Without it none are
 *   read
 * @param starts slots that have been chosen, to be checked; epoch milliseconds
 */
export async function loadBookingPanel({
  organization,
  slug,
  wanted,
  weeksIn,
  starts = [],
}: MentorHandle & {
  wanted: {
    link: string | null;
    service: string | null;
    variant: string | null;
    series: SeriesAsked | null;
  };
  weeksIn?: (timeZone: string) => WeeksAsked;
  starts?: readonly number[];
}): Promise<BookingPanel | null> {
  const [mentor, viewer, viewerTimeZone] = await Promise.all([
    loadMentorPage(organization, slug, wanted.link),
    getViewer(),
    getViewerTimeZone(),
  ]);
  if (!mentor) return null;
  const chosen = chosenOffer(mentor.services, wanted);
  const timeZone = viewerTimeZone ?? mentor.timeZone;
  const { series: asked } = wanted;
  const bookable = mentor.takingBookings && chosen;
  const from = bookable && { mentorId: mentor.id, offer: chosen.variant.offer };
  const { horizonDays } = mentor;
  const personId = viewer?.id ?? null;
  const [weeks, series, times, balance, questions] = await asViewer(
    viewer,
    (tx) =>
      Promise.all([
        from && weeksIn
          ? loadWeeks(tx, { ...from, horizonDays, asked: weeksIn(timeZone), timeZone })
          : null,
        from && weeksIn && asked !== null
          ? loadSeries(tx, { ...from, personId, series: asked, timeZone: mentor.timeZone })
          : null,
        from ? loadTimes(tx, { ...from, personId, starts }) : [],
        chosen && chosen.variant.priceCredits > 0 ? loadBalance(tx, personId, mentor) : null,
        chosen ? listAskedQuestions(tx, { variantId: chosen.variant.id }) : [],
      ]),
    { link: mentor.link },
  );
  return {
    mentor,
    chosen: chosen && { ...chosen, questions },
    weeks,
    series,
    times,
    viewerTimeZone,
    viewer: viewer && { name: viewer.name ?? viewer.email, email: viewer.email },
    balance,
    keepsMails: env.keepsMails,
    now: Date.now(),
  };
}

async function loadBalance(
  executor: ViewerExecutor,
  userId: string | null,
  { organizationId }: { organizationId: string },
) {
  // Not as the viewer: whose mailbox, or network, has been welcomed is nobody's to read.
  const asked = { organizationId, network: await getNetwork(), now: Temporal.Now.instant() };
  if (userId !== null) {
    return { ...(await getSpendable(db, { userId, ...asked })), isWelcome: false };
  }
  const credits = await getWelcomeCredits(executor, { organizationId });
  const isLater = credits > 0 && (await countWelcomesLeft(db, asked)) < 1;
  return { credits: isLater ? 0 : credits, welcomeLater: 0, isWelcome: true };
}
