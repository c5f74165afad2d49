import type { NotificationKind } from '@/lib/notifications/schema';
import type { DeliveryKind } from '@/lib/outbox/schema';
import type { BookingRole, BookingStatus, Side } from '../schema/booking';

/** One thing that happened to a booking, as its trail has it. */
export interface Deed {
  /** Null for the first. */
  from: BookingStatus | null;
  to: BookingStatus;
  by: BookingRole;
  isMove: boolean;
}

/** Those that tell of a deed; the others come when their time has come. */
export type DeedNotification = Exclude<
  NotificationKind,
  'reminder' | 'follow_up' | 'credits_granted'
>;

/** What one side is told: by mail, which confirms the doer's own deed as well, and in the app. */
export interface Message {
  mail: DeliveryKind | null;
  /** Never shown to the doer: they were there. */
  notification: DeedNotification | null;
}

const nothing: Message = { mail: null, notification: null };
const inApp = (notification: DeedNotification): Message => ({ mail: null, notification });

/**
 * Who is told what of a deed. Every row of a booking's trail goes through this, so what is not here
 * nobody hears of. A hold has no mentee yet: its visitor gets mails alone, and its mentor nothing,
 * who was never told of it.
 */
export function messagesOf(deed: Deed): Record<Side, Message> {
  const { from, to, by } = deed;
  if (deed.isMove) return messagesOfMove(deed);
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
      // Who lets go of their own hold need not be told.
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

/** Whoever has to answer again is asked as if for a new booking. */
function messagesOfMove({ from, to }: Deed): Record<Side, Message> {
  const asksAgain = from === 'confirmed' && to === 'pending';
  const notification = asksAgain ? 'move_requested' : 'moved';
  if (from === 'held') return { mentee: nothing, mentor: nothing };
  return {
    mentee: { mail: 'moved_mentee', notification },
    mentor: { mail: asksAgain ? 'booked_mentor' : 'moved_mentor', notification },
  };
}
