import type { BookingRole, BookingStatus, Side } from '@/domain/bookings';
import type { BatchDeliveryKind, DeliveryKind } from '@/domain/mails';
import type { NotificationKind } from '@/domain/notifications';

/** One thing that happened to a booking, as its trail has it. */
export interface Deed {
  /** Null for the first. */
  from: BookingStatus | null;
  to: BookingStatus;
  by: BookingRole;
  isMove: boolean;
}

/** Those that tell of several bookings of one batch at once. */
export type BatchNotification = Extract<NotificationKind, `batch_${string}`>;
/** Those that tell of a deed; the others come when their time has come. */
export type DeedNotification = Exclude<
  NotificationKind,
  'reminder' | 'follow_up' | 'credits_granted' | BatchNotification
>;

/** What one side is told: by mail, which confirms the doer's own deed as well, and in the app. */
export interface Message {
  mail: DeliveryKind | null;
  /** Never shown to the doer: they were there. */
  notification: DeedNotification | null;
}

/** The same of several bookings of one batch. */
export interface BatchMessage {
  mail: BatchDeliveryKind;
  /** Never shown to the doer, as above. */
  notification: BatchNotification | null;
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

/** What is told of several bookings at once: the rest stays one message a booking. */
const mailsOfBatch: Partial<Record<DeliveryKind, BatchDeliveryKind>> = {
  booked_mentee: 'batch_booked_mentee',
  booked_mentor: 'batch_booked_mentor',
  cancelled_mentee: 'batch_cancelled_mentee',
  cancelled_mentor: 'batch_cancelled_mentor',
};
const notificationsOfBatch: Partial<Record<DeedNotification, BatchNotification>> = {
  requested: 'batch_requested',
  booked: 'batch_booked',
  confirmed: 'batch_booked',
  declined: 'batch_cancelled',
  cancelled: 'batch_cancelled',
  expired: 'batch_cancelled',
};

/**
 * Who is told what of a deed that was done to several bookings of one batch; null where each booking
 * is told of by itself. It does not matter which of them were requests and which were confirmed: who
 * calls off a batch in which the mentor has accepted some writes one mail, not two.
 */
export function batchMessagesOf(deed: Deed): Record<Side, BatchMessage> | null {
  if (deed.isMove) return null;
  const single = messagesOf(deed);
  const mentee = batchMessage(single.mentee);
  const mentor = batchMessage(single.mentor);
  return mentee && mentor ? { mentee, mentor } : null;
}

function batchMessage({ mail, notification }: Message): BatchMessage | null {
  const together = mail && mailsOfBatch[mail];
  if (!together) return null;
  return {
    mail: together,
    notification: (notification && notificationsOfBatch[notification]) ?? null,
  };
}
