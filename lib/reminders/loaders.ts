import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ReminderChannel, SkipReason } from '@/domain/reminders';
import { asViewer } from '@/db/viewer';
import { getReminderPreferences, listRemindersOfBooking } from '@/db/queries/reminders';
import type { ReminderKind } from '@/domain/reminders';
import { getViewer } from '@/lib/auth/session';
import { openReminderOffLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { wants } from './rules';
import { type BookingReminders, type ShownReminder, usualPreferences } from './schema';

/**
 * What the viewer has been and will be reminded of about their booking, and whether the other side
 * is. Null: nobody is, or it is not theirs.
 */
export async function loadBookingReminders(bookingId: string): Promise<BookingReminders | null> {
  const viewer = await getViewer();
  if (!viewer || !z.uuid().safeParse(bookingId).success) return null;
  const [rows, kept] = await asViewer(viewer, (tx) =>
    Promise.all([
      listRemindersOfBooking(tx, { bookingId, userId: viewer.id }),
      getReminderPreferences(tx, { userId: viewer.id }),
    ]),
  );
  if (rows.length === 0) return null;
  const preferences = kept ?? usualPreferences;
  const own = rows.filter(({ recipientId }) => recipientId === viewer.id);
  return {
    own: own.map(({ id, kind, dueAt, status, emailReason, inAppReason }): ShownReminder => {
      const outcomeOn = (channel: ReminderChannel, reason: SkipReason | null) => {
        const isOff = status === 'planned' && !wants(preferences, kind, channel);
        return {
          channel,
          outcome: isOff ? 'turned_off' : (reason ?? (status === 'sent' ? 'sent' : 'planned')),
        } as const;
      };
      return {
        key: id,
        kind,
        dueAt: dueAt.epochMilliseconds,
        outcomes: [outcomeOn('email', emailReason), outcomeOn('in_app', inAppReason)],
      };
    }),
    otherIsReminded: rows.some(
      ({ recipientId, status }) => recipientId !== viewer.id && status !== 'skipped',
    ),
  };
}

/** Which reminder the link in a mail turns off; null when it is none of ours, or has expired. */
export async function loadReminderOffLink(token: string): Promise<{ kind: ReminderKind } | null> {
  // Whether it has expired depends on when it is asked.
  await connection();
  const claims = openReminderOffLink(token, env.authSecrets);
  const isOver = !claims || claims.expiresAt <= Temporal.Now.instant().epochMilliseconds;
  return isOver ? null : { kind: claims.kind };
}
