import type { Temporal } from 'temporal-polyfill';
import type { ReminderChannel, SkipReason } from '@/domain/reminders';
import { db, type Transaction } from '@/db/client';
import {
  type BookingParties,
  listBookingParties,
  listSessionParties,
} from '@/db/queries/booking-parties';
import {
  claimDueReminders,
  type ClaimedReminder,
  listReminderRecipients,
  type ReminderOutcome,
  settleReminders,
} from '@/db/queries/reminders';
import { enqueueNotifications, type NewNotification } from '@/lib/notifications/service';
import { enqueueDeliveries, type NewDelivery } from '@/lib/outbox/service';
import { skipReasonOf } from '../rules';
import { usualPreferences } from '../schema';

/** Reminders that one transaction takes. */
const batchSize = 50;

type ReminderCounts = { sent: number; skipped: number };

/**
 * Sends the reminders that are due, by the channels that their readers want then: mails into the outbox,
 * and notifications, in the transaction that marks the reminder, so that it is sent exactly once. Any
 * number of runs may overlap: each passes over what another has taken. What has stopped making sense is
 * skipped, with the reason.
 */
export async function sendDueReminders({
  now,
  limit = 500,
  isOver = () => false,
}: {
  now: Temporal.Instant;
  limit?: number;
  /** Asked between two transactions: whether to leave the rest to the next run. */
  isOver?: () => boolean;
}): Promise<{ counts: ReminderCounts; hasMore: boolean }> {
  const counts: ReminderCounts = { sent: 0, skipped: 0 };
  for (let left = limit; left > 0;) {
    if (isOver()) return { counts, hasMore: true };
    const size = Math.min(batchSize, left);
    const batch = await db.transaction((tx) => sendBatch(tx, { now, limit: size }));
    counts.sent += batch.sent;
    counts.skipped += batch.skipped;
    if (batch.sent + batch.skipped < size) return { counts, hasMore: false };
    left -= size;
  }
  return { counts, hasMore: true };
}

async function sendBatch(
  tx: Transaction,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<ReminderCounts> {
  const claimed = await claimDueReminders(tx, { now, limit });
  if (claimed.length === 0) return { sent: 0, skipped: 0 };
  const read = await readAround(tx, claimed);

  const settled = new Map<string, { outcome: ReminderOutcome; ids: string[] }>();
  const mails: NewDelivery[] = [];
  const notifications: NewNotification[] = [];
  for (const reminder of claimed) {
    const seats = read.seatsOf(reminder);
    const [booking] = seats;
    const recipient = read.recipientOf(reminder);
    const reasonAgainst = (channel: ReminderChannel) =>
      reasonOf({ ...reminder, channel }, { booking, recipient, now });
    const emailReason = reasonAgainst('email');
    const inAppReason = reasonAgainst('in_app');
    const status = emailReason === null || inAppReason === null ? 'sent' : 'skipped';
    const key = `${emailReason} ${inAppReason}`;
    const alike = settled.get(key) ?? { outcome: { status, emailReason, inAppReason }, ids: [] };
    alike.ids.push(reminder.id);
    settled.set(key, alike);
    if (!booking) continue;
    if (emailReason === null)
      mails.push(mailOf(reminder, { bookingId: booking.id, recipient, now }));
    if (inAppReason === null)
      notifications.push(notificationOf(reminder, { booking, seats: seats.length, now }));
  }
  await enqueueDeliveries(tx, mails);
  await enqueueNotifications(tx, notifications);
  const counts: ReminderCounts = { sent: 0, skipped: 0 };
  for (const { outcome, ids } of settled.values()) {
    await settleReminders(tx, { ids, outcome, now });
    counts[outcome.status] += ids.length;
  }
  return counts;
}

type Recipient = Awaited<ReturnType<typeof listReminderRecipients>>[number];

/** What the decisions depend on, read after the reminders were taken. */
async function readAround(tx: Transaction, claimed: readonly ClaimedReminder[]) {
  const bookingIds = claimed.flatMap(({ bookingId }) => bookingId ?? []);
  const sessionIds = claimed.flatMap(({ sessionId }) => sessionId ?? []);
  const recipientIds = [...new Set(claimed.map(({ recipientId }) => recipientId))];
  const [bookings, seats, people] = await Promise.all([
    listBookingParties(tx, { ids: bookingIds }),
    listSessionParties(tx, { sessionIds }),
    listReminderRecipients(tx, { ids: recipientIds }),
  ]);
  const recipients = new Map(people.map((person) => [person.id, person]));
  return {
    /** The booking, or the seats of the session that are to take place. */
    seatsOf: ({ bookingId, sessionId }: ClaimedReminder) =>
      bookingId === null
        ? seats.filter((seat) => seat.sessionId === sessionId)
        : bookings.filter(({ id }) => id === bookingId),
    recipientOf: ({ recipientId }: ClaimedReminder): Recipient => {
      const person = recipients.get(recipientId);
      if (!person) throw new Error(`user ${recipientId} is not there`);
      return person;
    },
  };
}

function reasonOf(
  reminder: ClaimedReminder & { channel: ReminderChannel },
  {
    booking,
    recipient,
    now,
  }: { booking: BookingParties | undefined; recipient: Recipient; now: Temporal.Instant },
): SkipReason | null {
  return skipReasonOf(
    { ...reminder, dueAt: reminder.dueAt.epochMilliseconds },
    {
      subject: booking
        ? {
            status: booking.status,
            version: reminder.bookingId === null ? booking.sessionSequence : booking.sequence,
            startsAt: booking.period.start.epochMilliseconds,
          }
        : null,
      preferences: recipient.preferences ?? usualPreferences,
      // Quiet hours are said together with a zone; without one there is nothing to go by.
      timeZone: recipient.timeZone ?? 'UTC',
      isBlocked: recipient.blockedAt !== null,
      now: now.epochMilliseconds,
    },
  );
}

function mailOf(
  { kind, bookingId: toMentee }: ClaimedReminder,
  { bookingId, recipient, now }: { bookingId: string; recipient: Recipient; now: Temporal.Instant },
): NewDelivery {
  const side = toMentee === null ? 'mentor' : 'mentee';
  return {
    kind: kind === 'post_session' ? 'post_session_mentee' : `reminder_${kind}_${side}`,
    recipientId: recipient.id,
    recipientEmail: recipient.email,
    locale: recipient.locale,
    bookingIds: [bookingId],
    now,
  };
}

function notificationOf(
  { kind, bookingId, recipientId }: ClaimedReminder,
  { booking, seats, now }: { booking: BookingParties; seats: number; now: Temporal.Instant },
): NewNotification {
  const side = bookingId === null ? ('mentor' as const) : ('mentee' as const);
  const other = side === 'mentee' ? booking.mentor.name : (booking.mentee?.name ?? null);
  const about = {
    side,
    other: seats > 1 ? null : other,
    service: booking.serviceTitle,
    startsAt: booking.period.start.toString(),
  };
  return {
    userId: recipientId,
    bookingId: booking.id,
    content:
      kind === 'post_session'
        ? { kind: 'follow_up', data: about }
        : { kind: 'reminder', data: { ...about, seats } },
    now,
  };
}
