import type { Temporal } from 'temporal-polyfill';
import { ok, refused, type Result } from '@/kernel/result';
import { type ActRefusal, actOnBooking, refusalFor } from './act-on-booking';
import { confirm } from './transitions';

/** The mentor accepts a request, with a word for the mentee or without. To decline it is to cancel it (`cancelBookings`). */
export async function confirmBooking(input: {
  userId: string;
  bookingId: string;
  word?: string;
  now: Temporal.Instant;
}): Promise<Result<{ bookingId: string }, ActRefusal>> {
  const { word = '', now } = input;
  return actOnBooking<{ bookingId: string }, ActRefusal>(input, async (tx, act) => {
    // A hold becomes a booking by the link that was mailed, by which its price is charged.
    const refusal = refusalFor(act, { to: 'confirmed', now });
    if (refusal) return refusal;
    const { booking, actor } = act;
    if (actor.role === 'visitor') return refused('not_allowed');
    await confirm(tx, booking, { actor, now, ...(word !== '' && { reason: word }) });
    return ok({ bookingId: booking.id });
  });
}
