import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import type { BookingParties } from '@/db/queries/booking-parties';
import { insertReminders, type PlannedReminder, retireReminders } from '@/db/queries/reminders';
import { type DueReminder, followUp, remindersBefore } from '../rules';

/**
 * Makes the reminders of these bookings and of their sessions fit what has just become of them,
 * in the transaction that did it: ends those of an earlier version, and plans what is to come.
 * What preferences turn off is planned as well, since people change their minds until then.
 */
export async function planReminders(
  tx: Transaction,
  {
    bookings,
    areNew = false,
    now,
  }: {
    bookings: readonly BookingParties[];
    /** They have just been made, so nothing is planned for them yet. */
    areNew?: boolean;
    now: Temporal.Instant;
  },
): Promise<void> {
  if (!areNew) {
    await retireReminders(tx, {
      bookingIds: bookings.map(({ id }) => id),
      sessionIds: [...new Set(bookings.map(({ sessionId }) => sessionId))],
      now,
    });
  }
  await insertReminders(
    tx,
    bookings.flatMap((booking) => remindersOf(booking, now)),
  );
}

function remindersOf(booking: BookingParties, now: Temporal.Instant): PlannedReminder[] {
  const { id, sessionId, status, sequence, sessionSequence, period, mentee, mentor } = booking;
  if (!mentee) return [];
  const startsAt = period.start.epochMilliseconds;
  const endsAt = period.end.epochMilliseconds;
  const at = now.epochMilliseconds;
  const toMentee = {
    bookingId: id,
    sessionId: null,
    version: sequence,
    recipientId: mentee.id,
    createdAt: now,
  };
  if (status === 'completed') return planned(toMentee, [followUp({ endsAt, now: at })]);
  if (status !== 'confirmed') return [];
  const due = remindersBefore({ startsAt, now: at });
  const toMentor = {
    bookingId: null,
    sessionId,
    version: sessionSequence,
    recipientId: mentor.id,
    createdAt: now,
  };
  return [...planned(toMentee, due), ...planned(toMentor, due)];
}

function planned(
  common: Omit<PlannedReminder, 'kind' | 'dueAt'>,
  due: DueReminder[],
): PlannedReminder[] {
  return due.map(({ kind, dueAt }) => ({
    ...common,
    kind,
    dueAt: Temporal.Instant.fromEpochMilliseconds(dueAt),
  }));
}
