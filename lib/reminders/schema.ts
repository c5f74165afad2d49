import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import {
  reminderKinds,
  type ReminderKind,
  type ReminderChannel,
  type SkipReason,
  type ReminderPreferences,
} from '@/domain/reminders';

/** For whoever has not said anything: nobody misses a session for not having found the settings. */
export const usualPreferences: ReminderPreferences = {
  emailKinds: reminderKinds,
  inAppKinds: reminderKinds,
  quietFromMinute: null,
  quietUntilMinute: null,
};

/** The button of a link that turns a reminder off. */
export const reminderOffForm = z.object({ token: oneLine(300) });

/** A reminder as its reader sees it on the booking's page. Instants are epoch milliseconds. */
export interface ShownReminder {
  key: string;
  kind: ReminderKind;
  dueAt: number;
  outcomes: {
    channel: ReminderChannel;
    outcome: SkipReason | 'planned' | 'sent';
  }[];
}

/** What a booking's page says of reminders. */
export interface BookingReminders {
  own: ShownReminder[];
  /** Whether anything is planned for the other side, or was sent to them. */
  otherIsReminded: boolean;
}
