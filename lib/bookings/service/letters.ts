import { type Side, sides } from '@/domain/bookings';
import type { NotificationContent } from '@/domain/notifications';
import type { BookingParties } from '@/db/queries/booking-parties';
import type { NewNotification } from '@/lib/notifications/service';
import type { NewDelivery } from '@/lib/outbox/service';
import {
  type BatchMessage,
  batchMessagesOf,
  type DeedNotification,
  type Message,
  messagesOf,
} from '../rules/messages';
import type { BookingEvent, Occasion } from './record-events';

/** The mails and the notifications of one deed. */
export interface Letters {
  mails: NewDelivery[];
  notifications: NewNotification[];
}

/** What happened to a booking, with the booking as it stands after it. */
type Told = BookingEvent & { booking: BookingParties };

/** What is said to whom about the events of one deed. */
export function lettersOf(
  events: readonly BookingEvent[],
  bookings: ReadonlyMap<string, BookingParties>,
  occasion: Occasion,
): Letters {
  const told = events.map((event) => {
    const booking = bookings.get(event.bookingId);
    if (!booking) throw new Error(`booking ${event.bookingId} is not there`);
    return { ...event, booking };
  });
  const { together, alone } = byBatch(told, occasion);
  const letters: Letters = { mails: [], notifications: [] };
  for (const several of together) addBatchLetters(letters, several, occasion);
  const movedSessions = new Set<string>();
  for (const { from, to, booking } of alone) {
    const isMove = occasion.moved !== undefined;
    const messages = messagesOf({ from, to, by: occasion.actor.role, isMove });
    for (const side of sides) {
      // A session moves with everybody in it: its mentor hears of that once.
      if (side === 'mentor' && isMove && movedSessions.has(booking.sessionId)) continue;
      const { mail, notification } = letterTo(side, messages[side], booking, occasion);
      if (mail) letters.mails.push(mail);
      if (notification) letters.notifications.push(notification);
      if (side === 'mentor' && mail) movedSessions.add(booking.sessionId);
    }
  }
  return letters;
}

/** Several bookings of one batch, and so of the same two people, to which the same was done. */
interface Several {
  batchId: string;
  /** The earliest. */
  first: BookingParties;
  count: number;
  messages: Record<Side, BatchMessage>;
}

/** Events of one batch and to one state are told together when they are more than one. */
function byBatch(told: readonly Told[], { actor, moved }: Occasion) {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const { id, batchId } = one.booking;
    const key = batchId === null ? id : `${batchId} ${one.to}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const together: Several[] = [];
  const alone: Told[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group.toSorted((a, b) => startOf(a) - startOf(b));
    const batchId = first?.booking.batchId ?? null;
    const messages =
      first &&
      batchMessagesOf({
        from: first.from,
        to: first.to,
        by: actor.role,
        isMove: moved !== undefined,
      });
    if (batchId === null || others.length === 0 || !messages) alone.push(...group);
    else together.push({ batchId, first: first.booking, count: group.length, messages });
  }
  return { together, alone };
}

function startOf({ booking }: Told): number {
  return booking.period.start.epochMilliseconds;
}

function addBatchLetters(
  { mails, notifications }: Letters,
  { batchId, first, count, messages }: Several,
  { actor, now }: Occasion,
) {
  for (const side of sides) {
    const person = first[side];
    if (!person) continue;
    const { mail, notification: kind } = messages[side];
    const { id: userId, email: recipientEmail, locale } = person;
    const bookingId = first.id;
    mails.push({
      kind: mail,
      recipientId: userId,
      recipientEmail,
      locale,
      bookingId,
      batchId,
      now,
    });
    if (kind === null || userId === actor.id) continue;
    const data = { ...aboutOf(side, first), by: actor.role, batchId, count };
    notifications.push({ userId, bookingId, content: { kind, data }, now });
  }
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
  booking: BookingParties,
  { actor, accused, moved }: Occasion,
): NotificationContent {
  const about = aboutOf(side, booking);
  const by = actor.role;
  switch (kind) {
    case 'declined':
    case 'cancelled':
      return { kind, data: { ...about, by } };
    case 'moved':
    case 'move_requested':
      return {
        kind,
        data: { ...about, by, fromStartsAt: (moved?.from ?? booking.period.start).toString() },
      };
    case 'no_show':
      return { kind, data: { ...about, accused: accused ?? side } };
    default:
      return { kind, data: about };
  }
}

/** What the words of any notification need. */
function aboutOf(side: Side, { mentor, mentee, serviceTitle, period }: BookingParties) {
  return {
    side,
    other: (side === 'mentor' ? mentee?.name : mentor.name) ?? null,
    service: serviceTitle,
    startsAt: period.start.toString(),
  };
}
