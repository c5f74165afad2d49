import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type BookingParties, listBookingParties } from '@/db/queries/booking-parties';
import { insertBookingEvents } from '@/db/queries/bookings';
import type { NotificationContent } from '@/lib/notifications/schema';
import { enqueueNotifications, type NewNotification } from '@/lib/notifications/service';
import { enqueueDeliveries, type NewDelivery } from '@/lib/outbox/service';
import { planReminders } from '@/lib/reminders/service/plan-reminders';
import { type DeedNotification, type Message, messagesOf } from '../rules/messages';
import type { BookingRole, BookingStatus, Side } from '../schema/booking';

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
 * line. The bookings are as they stand after the deed.
 * @returns the deliveries, to send after the commit
 */
export async function recordEvents(
  tx: Transaction,
  events: readonly BookingEvent[],
  occasion: Occasion,
): Promise<string[]> {
  if (events.length === 0) return [];
  const { actor, now, reason, moved } = occasion;
  await insertBookingEvents(
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
  const told = await listBookingParties(tx, { ids: events.map(({ bookingId }) => bookingId) });
  const letters = lettersOf(
    events,
    new Map(told.map((booking) => [booking.id, booking])),
    occasion,
  );
  await enqueueNotifications(tx, letters.notifications);
  await planReminders(tx, { bookings: told, now });
  return enqueueDeliveries(tx, letters.mails);
}

function lettersOf(
  events: readonly BookingEvent[],
  bookings: ReadonlyMap<string, BookingParties>,
  occasion: Occasion,
) {
  const mails: NewDelivery[] = [];
  const notifications: NewNotification[] = [];
  const movedSessions = new Set<string>();
  for (const { bookingId, from, to } of events) {
    const booking = bookings.get(bookingId);
    if (!booking) throw new Error(`booking ${bookingId} is not there`);
    const isMove = occasion.moved !== undefined;
    const messages = messagesOf({ from, to, by: occasion.actor.role, isMove });
    for (const side of ['mentee', 'mentor'] as const) {
      // A session moves with everybody in it: its mentor hears of that once.
      if (side === 'mentor' && isMove && movedSessions.has(booking.sessionId)) continue;
      const { mail, notification } = letterTo(side, messages[side], booking, occasion);
      if (mail) mails.push(mail);
      if (notification) notifications.push(notification);
      if (side === 'mentor' && mail) movedSessions.add(booking.sessionId);
    }
  }
  return { mails, notifications };
}

function letterTo(
  side: Side,
  message: Message,
  booking: BookingParties,
  occasion: Occasion,
): { mail?: NewDelivery; notification?: NewNotification } {
  const { actor, now } = occasion;
  const person = booking[side];
  const { guest } = booking;
  if (!person) {
    // A visitor who has not yet proved their address has mails alone.
    if (message.mail === null || guest.email === null) return {};
    const { email: recipientEmail, locale } = guest;
    return {
      mail: {
        kind: message.mail,
        recipientId: null,
        recipientEmail,
        locale: locale ?? 'en',
        bookingId: booking.id,
        now,
      },
    };
  }
  const { id: userId, email: recipientEmail, locale } = person;
  return {
    ...(message.mail !== null && {
      mail: {
        kind: message.mail,
        recipientId: userId,
        recipientEmail,
        locale,
        bookingId: booking.id,
        now,
      },
    }),
    ...(message.notification !== null &&
      userId !== actor.id && {
        notification: {
          userId,
          bookingId: booking.id,
          content: contentOf(message.notification, side, booking, occasion),
          now,
        },
      }),
  };
}

function contentOf(
  kind: DeedNotification,
  side: Side,
  { mentor, mentee, serviceTitle, period }: BookingParties,
  { actor, accused, moved }: Occasion,
): NotificationContent {
  const about = {
    side,
    other: (side === 'mentor' ? mentee?.name : mentor.name) ?? null,
    service: serviceTitle,
    startsAt: period.start.toString(),
  };
  const by = actor.role;
  switch (kind) {
    case 'declined':
    case 'cancelled':
      return { kind, data: { ...about, by } };
    case 'moved':
    case 'move_requested':
      return {
        kind,
        data: { ...about, by, fromStartsAt: (moved?.from ?? period.start).toString() },
      };
    case 'no_show':
      return { kind, data: { ...about, accused: accused ?? side } };
    default:
      return { kind, data: about };
  }
}
