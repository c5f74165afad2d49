import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { deleteFeed, getFeedOwner, saveFeed } from '@/db/queries/calendar-feeds';
import { listCalendarSeats } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { hashToken, mintToken } from '@/lib/auth/tokens';
import { calendarEntry } from './calendar-entry';
import { mailTranslator } from '@/i18n/outgoing';
import { ok, refused, type Result } from '@/kernel/result';
import { writeCalendar } from '../rules/write-calendar';
import { feedToken } from '../schema';
import { sessionsOf } from './sessions-of';

/** What a feed reaches back and ahead, in days, and the most seats of one role in it. */
const daysBack = 90;
const daysAhead = 400;
const mostOfARole = 5000;

/**
 * The feed that a link's secret opens: its owner's bookings in both roles, in their language, the
 * cancelled ones marked as such. A wrong secret, one that was renewed or switched off, and one of
 * somebody blocked are all the same: not found. The row is found by the secret's hash, whose
 * comparison gives away nothing about the secret.
 */
export async function readFeed({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<{ text: string; etag: string }, 'not_found'>> {
  if (!feedToken.safeParse(token).success) return refused('not_found');
  const owner = await getFeedOwner(db, { tokenHash: hashToken(token) });
  if (!owner) return refused('not_found');
  const { id, locale } = owner;
  const period = {
    start: now.subtract({ hours: daysBack * 24 }),
    end: now.add({ hours: daysAhead * 24 }),
  };
  const [taken, given] = await Promise.all([
    listCalendarSeats(db, { scope: { menteeId: id, period }, limit: mostOfARole }),
    listCalendarSeats(db, { scope: { mentorId: id, period }, limit: mostOfARole }),
  ]);
  const reader = { locale, appUrl: env.APP_URL };
  const entries = [
    ...sessionsOf(taken, { now }).map((one) => calendarEntry(one, { ...reader, side: 'mentee' })),
    ...sessionsOf(given, { now }).map((one) => calendarEntry(one, { ...reader, side: 'mentor' })),
  ].toSorted((a, b) => a.startsAt - b.startsAt || (a.uid < b.uid ? -1 : 1));
  const name = mailTranslator(locale)('calendarEntry.feed');
  const text = writeCalendar(entries, { name, locale });
  return ok({ text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` });
}

/**
 * Makes the link to a user's feed, or another in its place, which ends the old one. The secret is in
 * nobody's hands but the caller's: it is kept as a hash alone, and so can be shown this once.
 */
export async function renewFeed({
  userId,
  now,
}: {
  userId: string;
  now: Temporal.Instant;
}): Promise<{ url: string }> {
  const { token, tokenHash } = mintToken();
  await saveFeed(db, { userId, tokenHash, createdAt: now });
  return { url: `${env.APP_URL}/api/feeds/${token}.ics` };
}

/** Ends the link; calendar programs that had it get 'gone'. */
export async function switchOffFeed({ userId }: { userId: string }): Promise<void> {
  await deleteFeed(db, { userId });
}
