import type { Temporal } from 'temporal-polyfill';
import type { ReminderPreferences } from '@/domain/reminders';
import { db } from '@/db/client';
import { upsertReminderPreferences } from '@/db/queries/reminders';
import { setAllowsReplies, setUserPlace, setUserTimeZone } from '@/db/queries/users';

/** Keeps what a user wishes, from now on: what has been sent stays sent. */
export async function saveSettings({
  userId,
  language,
  timeZone,
  allowsReplies,
  preferences,
  now,
}: {
  userId: string;
  language: 'en' | 'fr';
  timeZone: string;
  allowsReplies: boolean;
  preferences: ReminderPreferences;
  now: Temporal.Instant;
}): Promise<void> {
  await db.transaction(async (tx) => {
    await setUserPlace(tx, { userId, locale: language, timeZone });
    await setAllowsReplies(tx, { userId, allowsReplies });
    await upsertReminderPreferences(tx, { userId, preferences, now });
  });
}

/** The zone in which a user reads times, and is written to, from now on. */
export async function saveTimeZone(user: { userId: string; timeZone: string }): Promise<void> {
  await setUserTimeZone(db, user);
}
