'use server';

import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { publicAction } from '@/lib/action-kit/builders';
import type { Viewer } from '@/lib/auth/session';
import {
  type BookRefusal,
  type Booked,
  bookSlotForm,
  type RefusedBooking,
} from '@/lib/bookings/schema/booking';
import { type Booker, bookSlot } from '../service/book-slot';
import { followUp } from '@/lib/action-kit/follow-up';

/** Books a slot: at once for a user, as a hold for a visitor. */
export const bookSlotAction = publicAction<
  typeof bookSlotForm,
  Booked,
  BookRefusal | 'unsent',
  RefusedBooking
>({
  schema: bookSlotForm,
  flash: 'book',
  limitByAddress: 'booking_by_address',
  limitByPerson: {
    name: 'booking_by_person',
    subject: ({ input, viewer }) => viewer?.id ?? (input.as === 'visitor' ? input.email : ''),
  },
  run: async ({ input, viewer, locale, now }) => {
    const booker = bookerOf(input, viewer, locale);
    // The form was drawn for somebody who is signed in no more.
    if (!booker) return { ok: false, reason: 'not_signed_in', data: nothingToOffer };
    const { mentorId, variantId, requestId, format, phone, place, subject, notes } = input;
    const { answers, priceCredits } = input;
    const startsAt = Temporal.Instant.from(input.alternative ?? input.startsAt);
    const details = { format, phone, place, subject, notes };
    const result = await bookSlot({
      booker,
      requestId,
      mentorId,
      variantId,
      startsAt,
      details,
      answers,
      priceCredits,
      now,
    });
    if (!result.ok) {
      const { reason, wrongAnswers } = result;
      const alternatives = result.alternatives.map(({ start }) => start);
      // The page then shows the new price.
      const refreshes = reason === 'price_changed';
      return { ok: false, reason, data: { alternatives, wrongAnswers }, refreshes };
    }
    const booked = result.value;
    return {
      ok: true,
      value: { ...booked, startsAt: booked.startsAt.epochMilliseconds },
      afterwards: () => followUp({ now, bookingIds: [booked.bookingId] }),
    };
  },
});

const nothingToOffer: RefusedBooking = { alternatives: [], wrongAnswers: [] };

function bookerOf(
  input: z.output<typeof bookSlotForm>,
  viewer: Viewer | null,
  locale: 'en' | 'fr',
): Booker | null {
  if (viewer) return { kind: 'user', userId: viewer.id };
  if (input.as === 'user') return null;
  return {
    kind: 'visitor',
    name: input.name,
    email: input.email,
    locale,
    timeZone: input.timeZone,
  };
}
