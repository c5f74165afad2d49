import { type Side, sides } from '@/domain/bookings';
import type { NotificationContent } from '@/domain/notifications';
import type { BookingParties } from '@/db/queries/booking-parties';
import type { NewNotification } from '@/lib/notifications/service';
import type { NewDelivery } from '@/lib/outbox/service';
import {
  type EventNotification,
  type Message,
  messagesOf,
  messagesTogether,
} from '../rules/messages';
import type { BookingEvent, Occasion } from './record-events';

/** What is said of the events of one call. */
export interface Messages {
  mails: NewDelivery[];
  notifications: NewNotification[];
}

/** A booking after what happened to it, or several of one batch to which the same happened. */
interface Subject {
  /** The earliest first. */
  bookings: [BookingParties, ...BookingParties[]];
  messages: Record<Side, Message>;
}

/** What is said to whom about the events of one call; the bookings are as they stand after them. */
export function messagesAbout(
  events: readonly BookingEvent[],
  bookings: ReadonlyMap<string, BookingParties>,
  occasion: Occasion,
): Messages {
  const messages: Messages = { mails: [], notifications: [] };
  const heard = new Set<string>();
  for (const subject of subjectsOf(events, bookings, occasion)) {
    const [{ id, sessionId }] = subject.bookings;
    const to = events.find(({ bookingId }) => bookingId === id)?.to;
    for (const side of sides) {
      // A session moves, or is called off, with everybody in it: its mentor hears of that once.
      const isOfAll = occasion.moved !== undefined || to === 'cancelled';
      if (side === 'mentor' && isOfAll && heard.has(sessionId)) continue;
      const { mail, notification } = messageTo(side, subject, occasion);
      if (mail) messages.mails.push(mail);
      if (notification) messages.notifications.push(notification);
      if (side === 'mentor' && mail) heard.add(sessionId);
    }
  }
  return messages;
}

/** Events of one batch and to one state are spoken of together, where one message can. */
function subjectsOf(
  events: readonly BookingEvent[],
  bookings: ReadonlyMap<string, BookingParties>,
  { actor, moved, message }: Occasion,
): Subject[] {
  const how = { by: actor.role, isMove: moved !== undefined, isMessage: message !== undefined };
  const groups = new Map<string, (BookingEvent & { booking: BookingParties })[]>();
  for (const event of events) {
    const booking = bookings.get(event.bookingId);
    if (!booking) throw new Error(`booking ${event.bookingId} is not there`);
    const key = booking.batchId === null ? booking.id : `${booking.batchId} ${event.to}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...event, booking }]);
  }
  return [...groups.values()].flatMap((group): Subject[] => {
    const inOrder = group.toSorted((a, b) => startOf(a.booking) - startOf(b.booking));
    const happenedTo = ({ from, to, booking: { isProposal } }: (typeof group)[number]) => ({
      from,
      to,
      ...how,
      isProposal,
    });
    const [first, ...others] = inOrder.map(({ booking }) => booking);
    const together = others.length > 0 ? messagesTogether(inOrder.map(happenedTo)) : null;
    if (first && together) return [{ bookings: [first, ...others], messages: together }];
    return group.map((event) => ({
      bookings: [event.booking],
      messages: messagesOf(happenedTo(event)),
    }));
  });
}

function startOf({ period }: BookingParties): number {
  return period.start.epochMilliseconds;
}

function messageTo(
  side: Side,
  { bookings, messages }: Subject,
  occasion: Occasion,
): { mail?: NewDelivery; notification?: NewNotification } {
  const { mail: kind, notification } = messages[side];
  const { actor, message, now } = occasion;
  const [first] = bookings;
  const person = first[side];
  const bookingIds = bookings.map(({ id }) => id);
  if (!person) {
    // A visitor who has not yet proved their address has mails alone.
    const { email: recipientEmail, locale } = first.guest;
    if (kind === null || recipientEmail === null) return {};
    const recipient = { recipientId: null, recipientEmail, locale: locale ?? ('en' as const) };
    return { mail: { kind, ...recipient, bookingIds, now } };
  }
  const { id: userId, email: recipientEmail, locale } = person;
  const mail = kind !== null && { kind, recipientId: userId, recipientEmail, locale };
  const content =
    notification !== null &&
    userId !== actor.id &&
    contentOf(notification, side, bookings, occasion);
  return {
    ...(mail && { mail: { ...mail, bookingIds, ...(message && { messageId: message.id }), now } }),
    ...(content && { notification: { userId, bookingId: first.id, content, now } }),
  };
}

function contentOf(
  kind: EventNotification,
  side: Side,
  bookings: Subject['bookings'],
  { actor, accused, moved, reason, message }: Occasion,
): NotificationContent {
  const [first, ...others] = bookings;
  const about = aboutOf(side, first);
  const several = others.length > 0 &&
    first.batchId !== null && { batchId: first.batchId, count: bookings.length };
  const by = actor.role;
  switch (kind) {
    case 'requested':
    case 'booked':
    case 'expired':
      return { kind, data: { ...about, ...several } };
    case 'confirmed': {
      // What is written with a yes is to the mentee; a visitor's reason is a code.
      const isWord = side === 'mentee' && (by === 'mentor' || by === 'admin');
      const word = isWord && reason !== undefined && { word: reason };
      return { kind, data: { ...about, ...several, ...word } };
    }
    case 'message':
      return { kind, data: { ...about, text: message?.text ?? '' } };
    case 'declined':
    case 'cancelled':
      return { kind, data: { ...about, by, ...several } };
    case 'moved':
    case 'move_requested':
      return {
        kind,
        data: { ...about, by, fromStartsAt: (moved?.from ?? first.period.start).toString() },
      };
    case 'no_show':
      return { kind, data: { ...about, accused: accused ?? side } };
    case 'started':
    case 'completed':
      return { kind, data: about };
  }
}

/** What the words of any notification need. */
function aboutOf(side: Side, { mentor, mentee, guest, serviceTitle, period }: BookingParties) {
  return {
    side,
    other: side === 'mentor' ? (mentee ? mentee.name : guest.name) : mentor.name,
    service: serviceTitle,
    startsAt: period.start.toString(),
  };
}
