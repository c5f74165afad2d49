import type { BookingStatus } from '@/domain/bookings';
import type { CalendarEntry, CalendarSeat, CalendarSession, EntryStatus } from '../schema';

/** All of an entry but its words and its address. */
export type EntryState = Omit<CalendarEntry, 'summary' | 'description' | 'location' | 'url'>;

/**
 * A request that waits for its answer stands in calendars as tentative, so that both sides see the
 * time that is kept; then every mail about a booking carries its state, and none has to know what an
 * earlier one carried.
 */
const statuses: Record<BookingStatus, EntryStatus> = {
  held: 'tentative',
  pending: 'tentative',
  confirmed: 'confirmed',
  in_progress: 'confirmed',
  completed: 'confirmed',
  no_show: 'confirmed',
  cancelled: 'cancelled',
  expired: 'cancelled',
};

/** What a mentee's calendar has of their booking. `host` is the site's own, for unique ids. */
export function menteeEntry(
  session: CalendarSession,
  seat: CalendarSeat,
  { host }: { host: string },
): EntryState {
  return {
    uid: `${seat.bookingId}@${host}`,
    sequence: seat.sequence,
    status: statuses[seat.status],
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    createdAt: seat.createdAt,
    changedAt: seat.changedAt,
  };
}

/** What the mentor's calendar has of their session, however many are in it. */
export function mentorEntry(session: CalendarSession, { host }: { host: string }): EntryState {
  const has = (status: EntryStatus) =>
    session.seats.some((seat) => statuses[seat.status] === status);
  return {
    uid: `${session.id}@${host}`,
    sequence: session.sequence,
    status: has('confirmed') ? 'confirmed' : has('tentative') ? 'tentative' : 'cancelled',
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    createdAt: session.createdAt,
    changedAt: Math.max(session.createdAt, ...session.seats.map((seat) => seat.changedAt)),
  };
}

/** Those who are expected, or were; when all have gone, those who had been. */
export function seatsToName({ seats }: CalendarSession): CalendarSeat[] {
  const expected = seats.filter((seat) => statuses[seat.status] !== 'cancelled');
  return expected.length > 0 ? expected : seats;
}
