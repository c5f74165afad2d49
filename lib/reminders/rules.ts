import type { BookingStatus } from '@/domain/bookings';
import type {
  ReminderChannel,
  ReminderKind,
  ReminderPreferences,
  SkipReason,
} from '@/domain/reminders';
import { formatTime } from '@/kernel/time/format';

const minute = 60_000;

/** Minutes before the start at which each is due: absolute ones, which no clock change stretches. */
export const leadMinutes = { '24h': 24 * 60, '1h': 60, '30m': 30 } as const;

/** Minutes after the session was closed, in which its mentor may still write notes. */
const followUpMinutes = 30;
/** Days after which nobody is thanked any more. */
const followUpStaleDays = 7;

/** Those that come before the start, the earliest first. */
const leading = ['24h', '1h', '30m'] as const satisfies ReminderKind[];

/** A reminder's turn, in epoch milliseconds. */
export interface DueReminder {
  kind: ReminderKind;
  dueAt: number;
}

/** Those before a start that are still to come at `now`; what is due already is not planned. */
export function remindersBefore({
  startsAt,
  now,
}: {
  startsAt: number;
  now: number;
}): DueReminder[] {
  return leading
    .map((kind) => ({ kind, dueAt: startsAt - leadMinutes[kind] * minute }))
    .filter(({ dueAt }) => dueAt > now);
}

/** The one after a session that was closed at `now`, maybe before its end. */
export function followUp({ endsAt, now }: { endsAt: number; now: number }): DueReminder {
  return { kind: 'post_session', dueAt: Math.max(endsAt, now) + followUpMinutes * minute };
}

/** What a reminder is about, as it stands when its turn comes. */
export interface Reminded {
  status: BookingStatus;
  /** Of the booking, or of the session for its mentor. */
  version: number;
  startsAt: number;
}

/**
 * What becomes of a due reminder: null to send it, else why not. Decided from the present state,
 * because a move or a cancellation may have come between its planning and its turn.
 */
export function skipReasonOf(
  reminder: DueReminder & { channel: ReminderChannel; version: number },
  {
    subject,
    preferences,
    timeZone,
    isBlocked,
    now,
  }: {
    /** Null: nothing is left of it that takes place. */
    subject: Reminded | null;
    preferences: ReminderPreferences;
    timeZone: string;
    isBlocked: boolean;
    now: number;
  },
): SkipReason | null {
  return (
    reasonOfState(reminder, subject, now) ??
    reasonOfTime(reminder, { startsAt: subject?.startsAt ?? 0, preferences, now }) ??
    (isBlocked ? 'blocked' : reasonOfWishes(reminder, { preferences, timeZone, now }))
  );
}

function reasonOfState(
  { kind, version, dueAt }: DueReminder & { version: number },
  subject: Reminded | null,
  now: number,
): SkipReason | null {
  const status = subject?.status;
  if (status === 'cancelled' || status === 'expired') return 'cancelled';
  if (subject && subject.version !== version) return 'moved';
  if (kind === 'post_session') return status === 'completed' ? null : 'not_confirmed';
  if (status === 'confirmed' || status === 'in_progress') return null;
  // It may have taken place, and be closed by now, while no cron came by.
  return now >= dueAt + leadMinutes[kind] * minute ? 'too_late' : 'not_confirmed';
}

function reasonOfTime(
  { kind, channel, dueAt }: DueReminder & { channel: ReminderChannel },
  {
    startsAt,
    preferences,
    now,
  }: { startsAt: number; preferences: ReminderPreferences; now: number },
): SkipReason | null {
  if (kind === 'post_session') {
    return now - dueAt > followUpStaleDays * 24 * 60 * minute ? 'too_late' : null;
  }
  if (now >= startsAt) return 'too_late';
  const isNextDue = leading
    .slice(leading.indexOf(kind) + 1)
    .some(
      (next) => wants(preferences, next, channel) && startsAt - leadMinutes[next] * minute <= now,
    );
  return isNextDue ? 'superseded' : null;
}

function reasonOfWishes(
  { kind, channel }: { kind: ReminderKind; channel: ReminderChannel },
  {
    preferences,
    timeZone,
    now,
  }: { preferences: ReminderPreferences; timeZone: string; now: number },
): SkipReason | null {
  if (!wants(preferences, kind, channel)) return 'turned_off';
  // Half an hour before the start people are up, whatever the hour.
  const disturbs = channel === 'email' && kind !== '30m';
  return disturbs && isQuiet(preferences, { timeZone, now }) ? 'quiet_hours' : null;
}

/** Whether a user wishes to get this kind by this channel. */
export function wants(
  { emailKinds, inAppKinds }: ReminderPreferences,
  kind: ReminderKind,
  channel: ReminderChannel,
): boolean {
  return (channel === 'email' ? emailKinds : inAppKinds).includes(kind);
}

/** Whether it is quiet in that zone: [from, until) of the local day, over midnight where it must be. */
export function isQuiet(
  { quietFromMinute: from, quietUntilMinute: until }: ReminderPreferences,
  { timeZone, now }: { timeZone: string; now: number },
): boolean {
  if (from === null || until === null) return false;
  const [hours = 0, minutes = 0] = formatTime(now, { locale: 'en', timeZone })
    .split(':')
    .map(Number);
  const at = hours * 60 + minutes;
  return from <= until ? from <= at && at < until : from <= at || at < until;
}
