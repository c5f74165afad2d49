/** Before the start, and after the session. */
export const reminderKinds = ['24h', '1h', '30m', 'post_session'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const reminderChannels = ['email', 'in_app'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

export const reminderStatuses = ['planned', 'sent', 'skipped'] as const;

/**
 * Why a reminder was not sent.
 * - `moved`, `cancelled`: the booking is no more as it was when the reminder was planned.
 * - `not_confirmed`: what it would have reminded of is not, or not any more, to take place.
 * - `too_late`: its turn came after the start.
 * - `superseded`: its turn came so late that the next one was due as well.
 * - `turned_off`, `quiet_hours`: as its reader wishes.
 * - `blocked`: its reader may not use Baobab.
 */
export const skipReasons = [
  'moved',
  'cancelled',
  'not_confirmed',
  'too_late',
  'superseded',
  'turned_off',
  'quiet_hours',
  'blocked',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What a user wishes. Quiet hours are minutes of their local day, [from, until); null: none. */
export interface ReminderPreferences {
  emailKinds: readonly ReminderKind[];
  inAppKinds: readonly ReminderKind[];
  quietFromMinute: number | null;
  quietUntilMinute: number | null;
}
