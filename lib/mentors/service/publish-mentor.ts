import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { listWhoMay } from '@/db/queries/organization-mentoring';
import { type OwnMentor, updateMentor } from '@/db/queries/own-mentor';
import { ok, refused, type Result } from '@/kernel/result';
import { addDays } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { enqueueNotifications } from '@/lib/notifications/service';
import { missingToPublish } from '../rules/publishing';
import type { PublishingStep, PublishRefusal } from '../schema';
import { actAsMentor } from './act-as-mentor';

interface Asked {
  userId: string;
  now: Temporal.Instant;
}

interface Published {
  slug: string;
  /** For an admin's approval: nobody sees them before. */
  isWaiting: boolean;
}

/**
 * Shows a mentor to everyone, once all is there that a visitor needs; else says what is missing. One
 * whom an admin has to approve waits for that, and the admins hear of it.
 */
export async function publishMentor(
  asked: Asked,
): Promise<Result<Published, PublishRefusal, { missing?: PublishingStep[] }>> {
  const { userId, now } = asked;
  return actAsMentor<Published, PublishRefusal, { missing?: PublishingStep[] }>(
    asked,
    async (tx, mentor) => {
      const missing = missingToPublish(mentor);
      if (missing.length > 0) return refused('incomplete', { missing });
      const isWaiting = mentor.approvedAt === null;
      if (mentor.publishedAt === null) {
        await updateMentor(tx, { userId, set: { publishedAt: now } });
        if (isWaiting) await askForApproval(tx, mentor, now);
      }
      return ok({ slug: mentor.slug, isWaiting });
    },
  );
}

async function askForApproval(
  tx: Transaction,
  { organizationId, name, slug: mentorSlug }: OwnMentor,
  now: Temporal.Instant,
): Promise<void> {
  const admins = await listWhoMay(tx, { organizationId, permission: 'manage_mentors' });
  await enqueueNotifications(
    tx,
    admins.map(({ id: userId, organization, slug }) => ({
      userId,
      bookingId: null,
      content: {
        kind: 'mentor_waiting' as const,
        data: { mentor: name ?? mentorSlug, organization, slug },
      },
      now,
    })),
  );
}

/** Hides a mentor's page and takes no new bookings; those that were made stay as they are. */
export async function unpublishMentor(
  asked: Asked,
): Promise<Result<{ slug: string }, 'not_found'>> {
  return actAsMentor<{ slug: string }, 'not_found'>(asked, async (tx, mentor) => {
    await updateMentor(tx, { userId: asked.userId, set: { publishedAt: null } });
    return ok({ slug: mentor.slug });
  });
}

/** Days that a pause may be said to last; one without a day lasts as long as the mentor wants. */
const longestPauseDays = 366;

/**
 * Opens or closes a mentor's diary without hiding them. `awayMessage` is what visitors read while it
 * is closed; it is kept for the next time.
 * @param asked.resumesOn the day of the mentor's zone on which it opens again by itself, from tomorrow
 *   to a year ahead; null: when they say so
 */
export async function setTakingBookings(
  asked: Asked & { takingBookings: boolean; awayMessage: string; resumesOn: string | null },
): Promise<Result<{ slug: string }, 'not_found' | 'day_not_ahead'>> {
  const { userId, takingBookings, awayMessage, now } = asked;
  const resumesOn = takingBookings ? null : asked.resumesOn;
  return actAsMentor<{ slug: string }, 'not_found' | 'day_not_ahead'>(asked, async (tx, mentor) => {
    const today = localDay(now.epochMilliseconds, mentor.timeZone);
    const isAhead =
      resumesOn === null || (resumesOn > today && resumesOn <= addDays(today, longestPauseDays));
    if (!isAhead) return refused('day_not_ahead');
    await updateMentor(tx, { userId, set: { takingBookings, awayMessage, resumesOn } });
    return ok({ slug: mentor.slug });
  });
}
