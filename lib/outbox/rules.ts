import type { BookingStatus } from '@/lib/bookings/schema/booking';
import { leadMinutes } from '@/lib/reminders/rules';
import type { DeliveryKind } from './schema';

/** Attempts that a delivery gets before it is failed. With the pauses below they span two hours. */
export const maxAttempts = 8;

/**
 * Hours after the first attempt in which a mail may be tried again. The provider forgets keys after
 * 24 h, and then could not tell a retry from a new mail.
 */
export const retryHours = 20;

/** Minutes that a sign-in link works, from the attempt that sends it. */
export const signInMinutes = 30;
/** Hours that a hold's link can be read; after the hold's 20 minutes it books anew if it can. */
export const holdLinkHours = 24;
/** Hours after which nobody waits for the sign-in link they asked for. */
const signInStaleHours = 24;

/**
 * Seconds to wait after the failed `attempt` (1 upwards): 1, 2, 4 … 64 minutes, of which up to half
 * is given away by chance so that mails which failed together do not come back together; never
 * sooner than the provider asked for.
 * @param random in [0, 1)
 */
export function retryDelaySeconds({
  attempt,
  random,
  retryAfterSeconds,
}: {
  attempt: number;
  random: number;
  retryAfterSeconds: number | null;
}): number {
  const most = 60 * 2 ** (attempt - 1);
  return Math.max(Math.ceil(most / 2 + (most / 2) * random), retryAfterSeconds ?? 0);
}

/** What the decision needs of a booking; instants in epoch milliseconds. */
export type BookingState = { status: BookingStatus; startsAt: number; expiresAt: number | null };

/**
 * Whether a mail still says something true when its turn comes: null to send it, else why not. Asked
 * at the first attempt only, except for the links, which are made anew each time.
 */
export function skipReason(
  kind: DeliveryKind,
  { booking, createdAt, now }: { booking: BookingState | null; createdAt: number; now: number },
): string | null {
  if (kind === 'sign_in') {
    return now - createdAt > signInStaleHours * 3_600_000 ? 'asked_too_long_ago' : null;
  }
  if (!booking) return 'booking_unknown';
  if (kind === 'hold') {
    const isOpen =
      booking.status === 'held' && booking.expiresAt !== null && now < booking.expiresAt;
    return isOpen ? null : 'hold_over';
  }
  if (kind === 'cancelled_mentee' || kind === 'cancelled_mentor') {
    // A request that nobody answered is told of in the same way.
    const isOff = booking.status === 'cancelled' || booking.status === 'expired';
    return isOff ? null : 'booking_not_cancelled';
  }
  if (kind === 'post_session_mentee') {
    return booking.status === 'completed' ? null : 'booking_not_completed';
  }
  const lead = leadOf(kind);
  if (lead !== null) return reasonAgainstReminder(booking, { lead, now });
  const isRequest =
    booking.status === 'pending' && booking.expiresAt !== null && now < booking.expiresAt;
  return isRequest || booking.status === 'confirmed' || booking.status === 'in_progress'
    ? null
    : 'booking_over';
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
