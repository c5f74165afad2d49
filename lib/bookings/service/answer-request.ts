import type { Temporal } from 'temporal-polyfill';
import { ok, type Result } from '@/lib/result';
import { type ActRefusal, actOnBooking, refusalFor } from './act-on-booking';
import { enqueueBookingMails } from './mails';
import { confirm } from './transitions';

/** The mentor accepts a request. To decline it is to cancel it (`cancelBooking`). */
export async function confirmBooking(input: {
  userId: string;
  bookingId: string;
  now: Temporal.Instant;
}): Promise<Result<{ bookingId: string; deliveryIds: string[] }, ActRefusal>> {
  const { now } = input;
  return actOnBooking<{ bookingId: string; deliveryIds: string[] }, ActRefusal>(
    input,
    async (tx, act) => {
      // A hold becomes a booking by its visitor's own link, never by the mentor.
      const refusal = refusalFor(act, { to: 'confirmed', now });
      if (refusal) return refusal;
      const { booking, actor, mentor, mentee } = act;
      await confirm(tx, booking, { actor, now });
      const deliveryIds = await enqueueBookingMails(tx, {
        bookingId: booking.id,
        mails: [
          ...(mentee ? [{ kind: 'booked_mentee' as const, to: mentee }] : []),
          { kind: 'booked_mentor', to: mentor },
        ],
        now,
      });
      return ok({ bookingId: booking.id, deliveryIds });
    },
  );
}
