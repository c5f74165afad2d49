import 'server-only';
import { z } from 'zod';
import type { ReminderChannel, SkipReason } from '@/domain/reminders';
import { db } from '@/db/client';
import { getReminderPreferences, listRemindersOfBooking } from '@/db/queries/reminders';
import { getViewer } from '@/lib/auth/session';
import { wants } from './rules';
import { type BookingReminders, type ShownReminder, usualPreferences } from './schema';

/**
 * What the viewer has been and will be reminded of about their booking, and whether the other side
 * is. Null: nobody is, or it is not theirs.
 */
export async function loadBookingReminders(bookingId: string): Promise<BookingReminders | null> {
  const viewer = await getViewer();
  if (!viewer || !z.uuid().safeParse(bookingId).success) return null;
  const [rows, kept] = await Promise.all([
    listRemindersOfBooking(db, { bookingId, userId: viewer.id }),
    getReminderPreferences(db, { userId: viewer.id }),
  ]);
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
