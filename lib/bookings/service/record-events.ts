import type { Temporal } from 'temporal-polyfill';
import type { BookingRole, BookingStatus, Side } from '@/domain/bookings';
import type { Transaction } from '@/db/client';
import { type BookingParties, listBookingParties } from '@/db/queries/booking-parties';
import { insertBookingEvents } from '@/db/queries/bookings';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { planReminders } from '@/lib/reminders/service/plan-reminders';
import { messagesAbout } from './messages';

/** Who does it. The id is null for visitors and for the system. */
export interface Actor {
  id: string | null;
  role: BookingRole;
}

/** What happened to one booking. */
export interface BookingEvent {
  bookingId: string;
  from: BookingStatus | null;
  to: BookingStatus;
}

/** What is common to the events of one call. */
export interface Occasion {
  actor: Actor;
  now: Temporal.Instant;
  reason?: string;
  /** The side that a no-show is held against. */
  accused?: Side;
  /** The old and the new start, of a move. */
  moved?: { from: Temporal.Instant; to: Temporal.Instant };
  /** What the mentor writes to everybody in a session. */
  message?: { id: string; text: string };
}

/**
 * The one way into the trail: writes what happened and a message about it to both sides, by mail and
 * in the app, in the same transaction, so that no event can forget anybody; and plans their reminders
 * anew. Several bookings of one batch are spoken of in one message, when they come in one call. The
 * bookings are as they stand after the events.
 */
export async function recordEvents(
  tx: Transaction,
  events: readonly BookingEvent[],
  occasion: Occasion,
  known?: readonly BookingParties[],
): Promise<void> {
  if (events.length === 0) return;
  const { actor, now, reason, moved, message } = occasion;
  const written = insertBookingEvents(
    tx,
    events.map(({ bookingId, from, to }) => ({
      bookingId,
      at: now,
      actorId: actor.id,
      actorRole: actor.role,
      fromStatus: from,
      toStatus: to,
      reason: reason ?? null,
      movedFromAt: moved?.from ?? null,
      movedToAt: moved?.to ?? null,
      messageId: message?.id ?? null,
    })),
  );
  const [bookings] = await Promise.all([
    known ?? listBookingParties(tx, { ids: events.map(({ bookingId }) => bookingId) }),
    written,
  ]);
  const bookingOf = new Map(bookings.map((booking) => [booking.id, booking]));
  const { mails, notifications } = messagesAbout(events, bookingOf, occasion);
  await Promise.all([
    enqueueNotifications(tx, notifications),
    message ??
      planReminders(tx, { bookings, areNew: events.every(({ from }) => from === null), now }),
    enqueueDeliveries(tx, mails),
  ]);
}
