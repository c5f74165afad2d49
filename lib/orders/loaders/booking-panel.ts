import 'server-only';
import { db } from '@/db/client';
import { getSpendableCredits } from '@/db/queries/ledger';
import { listAskedQuestions } from '@/db/queries/questions';
import { getViewer } from '@/lib/auth/session';
import { loadMonth } from '@/lib/slots/loaders/month';
import type { MonthOfSlots } from '@/lib/slots/schema/month';
import { loadSeries } from '@/lib/slots/loaders/series';
import type { Series, SeriesAsked } from '@/lib/slots/schema/series';
import { env } from '@/kernel/env';
import type { Question } from '@/lib/services/schema';
import { getViewerTimeZone } from '@/kernel/time/viewer-zone';
import {
  chosenOffer,
  loadMentorPage,
  type MentorPage,
  type OfferedService,
  type OfferedVariant,
} from '@/lib/mentors/loaders/mentor-page';

/** What a booking panel needs, beside what its address says is chosen. */
export interface BookingPanel {
  mentor: MentorPage;
  /** Null while the mentor offers nothing. */
  chosen: { service: OfferedService; variant: OfferedVariant; questions: Question[] } | null;
  /** Null while nothing can be booked, whatever is offered. A mentor sees their own as others do. */
  month: MonthOfSlots | null;
  /** What repeating a time comes to, where that is asked for. */
  series: Series | null;
  viewerTimeZone: string | null;
  viewer: { name: string; email: string } | null;
  /** What the viewer can spend, or what a visitor starts with if they are new; null for what is free. */
  balance: { credits: number; isWelcome: boolean } | null;
  keepsMails: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * The booking panel of a mentor, or null when the viewer may not see them.
 * @param monthIn which month is asked for, in the zone that it will be shown in; null for the first
 *   with something free
 */
export async function loadBookingPanel({
  slug,
  wanted,
  monthIn,
}: {
  slug: string;
  wanted: { service: string | null; variant: string | null; series: SeriesAsked | null };
  monthIn: (timeZone: string) => string | null;
}): Promise<BookingPanel | null> {
  const [mentor, viewer, viewerTimeZone] = await Promise.all([
    loadMentorPage(slug),
    getViewer(),
    getViewerTimeZone(),
  ]);
  if (!mentor) return null;
  const chosen = chosenOffer(mentor.services, wanted);
  const timeZone = viewerTimeZone ?? mentor.timeZone;
  const { series: asked } = wanted;
  const [month, series, balance, questions] = await Promise.all([
    chosen && mentor.takingBookings
      ? loadMonth({
          mentorId: mentor.id,
          offer: chosen.variant.offer,
          horizonDays: mentor.horizonDays,
          month: monthIn(timeZone),
          timeZone,
        })
      : null,
    chosen && mentor.takingBookings && asked !== null
      ? loadSeries({
          mentorId: mentor.id,
          offer: chosen.variant.offer,
          series: asked,
          timeZone: mentor.timeZone,
        })
      : null,
    chosen && chosen.variant.priceCredits > 0 ? loadBalance(viewer) : null,
    chosen ? listAskedQuestions(db, { variantId: chosen.variant.id }) : [],
  ]);
  return {
    mentor,
    chosen: chosen && { ...chosen, questions },
    month,
    series,
    viewerTimeZone,
    viewer: viewer && { name: viewer.name ?? viewer.email, email: viewer.email },
    balance,
    keepsMails: env.keepsMails,
    now: Date.now(),
  };
}

async function loadBalance(viewer: { id: string } | null) {
  return viewer
    ? { credits: await getSpendableCredits(db, { userId: viewer.id }), isWelcome: false }
    : { credits: env.WELCOME_CREDITS, isWelcome: true };
}
