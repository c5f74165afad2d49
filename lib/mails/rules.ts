import { type BookingStatus, proposalHours } from '@/domain/bookings';
import {
  type DeliveryKind,
  type MembershipDeliveryKind,
  membershipDeliveryKinds,
} from '@/domain/mails';
import { leadMinutes } from '@/lib/reminders/rules';

/** Minutes that a sign-in link works, from the attempt that sends it. */
export const signInMinutes = 30;
/** Hours that the link works which somebody confirms with that they want to be forgotten. */
export const forgetMeHours = 24;
/**
 * Hours that the links of what waits for an answer can be read: a hold's books anew after its 20 minutes
 * if it can, and a proposal's says a day longer than it is open what has become of it.
 */
export const linkHours = { hold: 24, proposal: proposalHours + 24 };
type WithOwnLink = keyof typeof linkHours;

/** A mail about a booking whose link has a token of its own. */
export function hasOwnLink(kind: DeliveryKind): kind is WithOwnLink {
  return kind in linkHours;
}

/** A mail about an organization and somebody in it, which is about no booking. */
export function isAboutMembership(kind: DeliveryKind): kind is MembershipDeliveryKind {
  return membershipDeliveryKinds.some((one) => one === kind);
}

/** Hours after which nobody waits for the link they asked for. */
const signInStaleHours = 24;

/** What the decision needs of a booking; instants in epoch milliseconds. */
export type BookingState = { status: BookingStatus; startsAt: number; expiresAt: number | null };

/**
 * Whether a mail still says something true when its turn comes: null to send it, else why not. Asked
 * at the first attempt only, except for the links, which are made anew each time.
 */
function skipReason(
  kind: DeliveryKind,
  { booking, createdAt, now }: { booking: BookingState | null; createdAt: number; now: number },
): string | null {
  if (kind === 'sign_in' || kind === 'forget_me') {
    return now - createdAt > signInStaleHours * 3_600_000 ? 'asked_too_long_ago' : null;
  }
  if (!booking) return 'booking_unknown';
  if (hasOwnLink(kind)) {
    const isOpen =
      booking.status === 'held' && booking.expiresAt !== null && now < booking.expiresAt;
    return isOpen ? null : 'hold_over';
  }
  if (kind === 'cancelled_mentee' || kind === 'cancelled_mentor') {
    // A request that nobody answered has the same mail.
    const isOff = booking.status === 'cancelled' || booking.status === 'expired';
    return isOff ? null : 'booking_not_cancelled';
  }
  if (kind === 'message_mentee') {
    const isOff = booking.status === 'cancelled' || booking.status === 'expired';
    return isOff ? 'booking_over' : null;
  }
  if (kind === 'post_session_mentee') {
    return booking.status === 'completed' ? null : 'booking_not_completed';
  }
  const lead = leadOf(kind);
  if (lead !== null) return reasonAgainstReminder(booking, { lead, now });
  return isOn(booking, now) ? null : 'booking_over';
}

/** Whether the booking is to take place, or waits for an answer that can still come. */
function isOn({ status, expiresAt }: BookingState, now: number): boolean {
  const isRequest = status === 'pending' && expiresAt !== null && now < expiresAt;
  return isRequest || status === 'confirmed' || status === 'in_progress';
}

/**
 * The bookings of which a mail still says something true when its turn comes, or why there are none:
 * of what was booked, what is still on; of what was cancelled, what is off.
 */
export function bookingsToMention<Booking extends BookingState>(
  kind: DeliveryKind,
  { bookings, createdAt, now }: { bookings: readonly Booking[]; createdAt: number; now: number },
): Booking[] | string {
  const reasons = bookings.map((booking) => skipReason(kind, { booking, createdAt, now }));
  const left = bookings.filter((_, place) => reasons[place] === null);
  if (left.length > 0) return left;
  return reasons[0] ?? skipReason(kind, { booking: null, createdAt, now }) ?? [];
}

/** Minutes before the start that a reminder is for; null for other kinds. */
function leadOf(kind: DeliveryKind): number | null {
  const [what, lead] = kind.split('_');
  if (what !== 'reminder') return null;
  return lead === '24h' || lead === '1h' || lead === '30m' ? leadMinutes[lead] : null;
}

function reasonAgainstReminder(
  { status, startsAt }: BookingState,
  { lead, now }: { lead: number; now: number },
): string | null {
  if (status !== 'confirmed' && status !== 'in_progress') return 'booking_over';
  if (now >= startsAt) return 'too_late';
  // Moved to a later time since the reminder's turn came: another one is planned for that.
  return startsAt - now > lead * 60_000 ? 'booking_moved' : null;
}
