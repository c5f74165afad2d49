import type { BookingRole, BookingStatus, Side } from '@/domain/bookings';
import { type DeliveryKind, severalDeliveryKinds } from '@/domain/mails';
import type { BookinglessKind, NotificationKind } from '@/domain/notifications';

/** One thing that happened to a booking, as its trail has it. */
export interface Happened {
  /** Null for the first. */
  from: BookingStatus | null;
  to: BookingStatus;
  by: BookingRole;
  isMove: boolean;
  /** The mentor has written to everybody in the session. */
  isMessage?: boolean;
  /** The mentor has proposed it, and nobody has accepted it before. */
  isProposal: boolean;
}

/** Those that say what happened; the others come when their time has come. */
export type EventNotification = Exclude<
  NotificationKind,
  'reminder' | 'follow_up' | BookinglessKind
>;

/** What is said to one side: by mail, also to whoever did it, and in the app. */
export interface Message {
  mail: DeliveryKind | null;
  /** Never shown to whoever did it: they were there. */
  notification: EventNotification | null;
}

const nothing: Message = { mail: null, notification: null };
const inApp = (notification: EventNotification): Message => ({ mail: null, notification });

/**
 * What is said to whom of what happened. Every row of a booking's trail goes through this, so what is
 * not here nobody hears of. A hold has no mentee yet: its visitor gets mails alone, and its mentor
 * nothing, who never heard of it. What a mentor proposes is a hold that they do hear of.
 */
export function messagesOf(event: Happened): Record<Side, Message> {
  const { from, to, by } = event;
  if (event.isProposal && !event.isMessage && (from === null || from === 'held')) {
    const message = messagesOfProposal(event);
    if (message) return message;
  }
  if (event.isMove) return messagesOfMove(event);
  if (event.isMessage) {
    return { mentee: { mail: 'message_mentee', notification: 'message' }, mentor: nothing };
  }
  switch (to) {
    case 'held':
      return { mentee: { mail: 'hold', notification: null }, mentor: nothing };
    case 'pending':
      return {
        mentee: { mail: 'booked_mentee', notification: null },
        mentor: { mail: 'booked_mentor', notification: 'requested' },
      };
    case 'confirmed':
      return {
        mentee: { mail: 'booked_mentee', notification: 'confirmed' },
        mentor: {
          mail: 'booked_mentor',
          notification: from === 'pending' ? 'confirmed' : 'booked',
        },
      };
    case 'cancelled': {
      const notification =
        from === 'pending' && (by === 'mentor' || by === 'admin') ? 'declined' : 'cancelled';
      // Who lets go of their own hold knows it.
      const isOwnHold = from === 'held' && (by === 'visitor' || by === 'system');
      return {
        mentee: isOwnHold ? nothing : { mail: 'cancelled_mentee', notification },
        mentor: from === 'held' ? nothing : { mail: 'cancelled_mentor', notification },
      };
    }
    case 'expired':
      return from === 'held'
        ? { mentee: nothing, mentor: nothing }
        : {
            // The mail says what the booking's state is: that nobody answered.
            mentee: { mail: 'cancelled_mentee', notification: 'expired' },
            mentor: { mail: 'cancelled_mentor', notification: 'expired' },
          };
    case 'in_progress':
      // Where the system opens it, both have just said that they are there.
      return by === 'system'
        ? { mentee: nothing, mentor: nothing }
        : { mentee: inApp('started'), mentor: inApp('started') };
    case 'completed':
      return { mentee: inApp('completed'), mentor: inApp('completed') };
    case 'no_show':
      return { mentee: inApp('no_show'), mentor: inApp('no_show') };
  }
}

/** What is said of a proposal otherwise than of a visitor's hold; null: nothing. */
function messagesOfProposal({ to, by, isMove }: Happened): Record<Side, Message> | null {
  const toMentor = { mail: 'cancelled_mentor', notification: 'declined' } as const;
  // Whose time has moved is asked about the new one.
  if (to === 'held' || isMove) {
    return { mentee: { mail: 'proposal', notification: null }, mentor: nothing };
  }
  if (to === 'expired') return { mentee: nothing, mentor: toMentor };
  if (to !== 'cancelled') return null;
  const isAnswer = by === 'visitor' || by === 'system';
  return {
    mentee: isAnswer ? nothing : { mail: 'cancelled_mentee', notification: null },
    mentor: by === 'mentor' ? nothing : toMentor,
  };
}

/** Whoever has to answer again is asked as if for a new booking. */
function messagesOfMove({ from, to }: Happened): Record<Side, Message> {
  const asksAgain = from === 'confirmed' && to === 'pending';
  const notification = asksAgain ? 'move_requested' : 'moved';
  if (from === 'held') return { mentee: nothing, mentor: nothing };
  return {
    mentee: { mail: 'moved_mentee', notification },
    mentor: { mail: asksAgain ? 'booked_mentor' : 'moved_mentor', notification },
  };
}

/**
 * What is said of several bookings of one batch to which the same happened in one transaction; null
 * where each is spoken of by itself. It does not matter which of them were requests and which were
 * confirmed: who cancels a batch of which the mentor has accepted some writes one mail, not two.
 */
export function messagesTogether(events: readonly Happened[]): Record<Side, Message> | null {
  const all = events.map(messagesOf);
  const mentee = messageTogether(all.map((messages) => messages.mentee));
  const mentor = messageTogether(all.map((messages) => messages.mentor));
  return mentee && mentor ? { mentee, mentor } : null;
}

function messageTogether([first, ...others]: readonly Message[]): Message | null {
  if (!first || !severalDeliveryKinds.some((kind) => kind === first.mail)) return null;
  const isSame = others.every(({ notification }) => notification === first.notification);
  return isSame ? first : { ...first, notification: 'cancelled' };
}
