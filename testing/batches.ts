/** Batches for tests of what is said of them. */
import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  type BookingEvent,
  type Occasion,
  recordEvents,
} from '@/lib/bookings/service/record-events';
import { book, user } from './bookings';
import { mailsOf } from './deliveries';
import { at, makeMentor, type MentorSettings, makeUser, monday } from './people';

/** The starts of the bookings below, in UTC. */
export const batchStarts = ['2026-11-24T10:00', '2026-11-25T10:00', '2026-11-26T10:00'].map(at);

/** Three bookings of a new mentee, Awa, with a new mentor, Élodie; asked for in no order of time. */
export async function makeBatch(settings: MentorSettings = {}) {
  const mentor = await makeMentor({ ...settings, user: { name: 'Élodie', ...settings.user } });
  const mentee = await makeUser({ name: 'Awa', locale: 'fr', timeZone: 'Africa/Dakar' });
  const { mentorId, variantId } = mentor;
  const starts = batchStarts.toReversed();
  const wanted = { booker: user(mentee.id), mentorId, variantId, starts };
  const { value, deliveryIds } = await mailsOf(() => book(wanted));
  const { batchId, bookings } = value;
  if (batchId === null) throw new Error('three slots are a batch');
  const bookingIds = bookings.map(({ bookingId }) => bookingId).toReversed();
  const [first = '', second = '', third = ''] = bookingIds;
  return { mentor, mentee, mentorId, batchId, bookingIds, first, second, third, deliveryIds };
}

/**
 * Writes these events into the trail in one call, whether or not the bookings bear them out.
 * @returns the mails about them
 */
export async function record(
  events: readonly BookingEvent[],
  { now = monday, ...occasion }: Omit<Occasion, 'now'> & { now?: Temporal.Instant },
): Promise<string[]> {
  const { deliveryIds } = await mailsOf(() =>
    db.transaction((tx) => recordEvents(tx, events, { ...occasion, now })),
  );
  return deliveryIds;
}
