import type { Temporal } from 'temporal-polyfill';
import type { BookingRole, BookingStatus, Side } from '@/domain/bookings';
import type { Transaction } from '@/db/client';
import { type BookingParties, listBookingParties } from '@/db/queries/booking-parties';
import { insertBookingEvents } from '@/db/queries/bookings';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { planReminders } from '@/lib/reminders/service/plan-reminders';
import { lettersOf } from './letters';

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

/** What is common to the events of one deed. */
export interface Occasion {
  actor: Actor;
  now: Temporal.Instant;
  reason?: string;
  /** The side that a no-show is held against. */
  accused?: Side;
  /** The old and the new start, of a move. */
  moved?: { from: Temporal.Instant; to: Temporal.Instant };
}

/**
 * The one way into the trail: writes what happened and tells both sides of it, by mail and in the
 * app, in the same transaction, so that no event can forget anybody; and brings their reminders in
 * line. Several bookings of one batch are told of in one message, when they come in one call. The
 * bookings are as they stand after the deed.
 */
export async function recordEvents(
  tx: Transaction,
  events: readonly BookingEvent[],
  occasion: Occasion,
  known?: readonly BookingParties[],
): Promise<void> {
  if (events.length === 0) return;
  const { actor, now, reason, moved } = occasion;
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
    })),
  );
  const [parties] = await Promise.all([
    known ?? listBookingParties(tx, { ids: events.map(({ bookingId }) => bookingId) }),
    written,
  ]);
  const letters = lettersOf(
    events,
    new Map(parties.map((booking) => [booking.id, booking])),
    occasion,
  );
  await Promise.all([
    enqueueNotifications(tx, letters.notifications),
    planReminders(tx, {
      bookings: parties,
      areNew: events.every(({ from }) => from === null),
      now,
    }),
    enqueueDeliveries(tx, letters.mails),
  ]);
}
