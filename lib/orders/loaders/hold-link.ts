import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getHoldByToken, type HoldBehindLink } from '@/db/queries/holds';
import { linkToken } from '@/lib/auth/schema';
import { getViewer, getViewerTimeZone } from '@/lib/auth/session';
import { hashToken } from '@/lib/auth/tokens';
import { effectiveStatus } from '@/lib/bookings/rules/booking';
import type { HoldState, HoldView } from '@/lib/bookings/schema/booking';

/** What the link of a hold's mail leads to. It only looks: opening a link changes nothing. */
export async function loadHold(token: string): Promise<HoldView | null> {
  const [viewer, viewerTimeZone] = await Promise.all([getViewer(), getViewerTimeZone()]);
  if (!linkToken.safeParse(token).success) return null;
  const hold = await getHoldByToken(db, { tokenHash: hashToken(token) });
  if (!hold) return null;
  const now = Temporal.Now.instant();
  const known = hold.guestTimeZone ?? viewerTimeZone;
  return {
    state: stateOf(hold, now.epochMilliseconds),
    bookingId: hold.menteeId !== null && hold.menteeId === viewer?.id ? hold.bookingId : null,
    reference: hold.reference,
    guestName: hold.guestName ?? '',
    mentorName: hold.mentorName,
    mentorPortraitId: hold.mentorPortraitId,
    mentorHandle: hold.mentorHandle,
    mentorTakesBookings: hold.mentorTakesBookings,
    mentorTimeZone: hold.mentorTimeZone,
    answersByHand: hold.confirmation === 'manual',
    serviceTitle: hold.serviceTitle,
    variantId: hold.variantId,
    link: hold.link,
    durationMinutes: hold.durationMinutes,
    format: hold.format,
    priceCredits: hold.priceCredits,
    answers: hold.answers,
    startsAt: hold.period.start.epochMilliseconds,
    endsAt: hold.period.end.epochMilliseconds,
    minutesLeft: minutesUntil(hold.expiresAt, now),
    timeZone: known ?? hold.mentorTimeZone,
    isViewersZone: known !== null,
  };
}

function stateOf(hold: HoldBehindLink, now: number): HoldState {
  if (hold.usedAt !== null) return 'used';
  if (hold.linkExpiresAt.epochMilliseconds <= now) return 'link_expired';
  const { status } = hold;
  if (status === 'cancelled') return 'cancelled';
  if (status !== 'held' && status !== 'expired') return 'confirmed';
  if (hold.period.start.epochMilliseconds <= now) return 'over';
  const expiresAt = hold.expiresAt?.epochMilliseconds ?? null;
  return effectiveStatus({ status, expiresAt }, now) === 'held' ? 'open' : 'lapsed';
}

/** Rounded up: "0 minutes left" would read as over. */
function minutesUntil(deadline: Temporal.Instant | null, now: Temporal.Instant): number {
  if (deadline === null) return 0;
  return Math.max(0, Math.ceil((deadline.epochMilliseconds - now.epochMilliseconds) / 60_000));
}
