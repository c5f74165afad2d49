import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { listActiveSeats } from '@/db/queries/bookings';
import { getBookingForPerson } from '@/db/queries/bookings-read';
import { getOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import { getViewer } from '@/lib/auth/session';
import { freeSlots, withoutSession } from '@/lib/availability/rules/free-slots';

/** Days ahead in which a mentee is shown other times. */
const shownDays = 42;

/**
 * The starts (epoch milliseconds) that a mentee may move their booking to: what booking it anew would
 * offer, with a session that they are alone in out of its own way. Null when it is not theirs.
 */
export async function loadTimesToMoveTo(bookingId: string): Promise<number[] | null> {
  const viewer = await getViewer();
  if (!viewer) return null;
  const now = Temporal.Now.instant();
  const booking = await getBookingForPerson(db, { bookingId, userId: viewer.id, now });
  if (!booking?.viewerIsMentee) return null;
  const { mentorId, variantId, sessionId } = booking;
  const to = now.add({ hours: 24 * shownDays });
  const [offer, [schedule], seats] = await Promise.all([
    getOffer(db, { mentorId, variantId, viewerId: viewer.id }),
    listSchedules(db, { mentorIds: [mentorId], from: now, to, now }),
    listActiveSeats(db, { sessionId }),
  ]);
  if (!offer?.takingBookings || !schedule) return [];
  const others = withoutSession(schedule, seats.length === 1 ? sessionId : null);
  const asked = {
    now: now.epochMilliseconds,
    from: now.epochMilliseconds,
    to: to.epochMilliseconds,
  };
  return freeSlots(others, offer, asked)
    .map((slot) => slot.start)
    .filter((start) => start !== booking.period.start.epochMilliseconds);
}

/** How many seats a mentor moves with the session of this booking. */
export async function countSeatsToMove(bookingId: string): Promise<number> {
  const viewer = await getViewer();
  if (!viewer) return 0;
  const now = Temporal.Now.instant();
  const booking = await getBookingForPerson(db, { bookingId, userId: viewer.id, now });
  if (!booking || booking.viewerIsMentee) return 0;
  return (await listActiveSeats(db, { sessionId: booking.sessionId })).length;
}
