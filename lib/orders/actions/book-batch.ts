'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/action-kit/builders';
import type { BatchRefusal, BookedBatch, RefusedBatch } from '../schema/batch';
import { bookBatchForm } from '../schema/batch-forms';
import { bookBatch } from '../service/book-batch';
import { followUp } from '@/lib/action-kit/follow-up';

/** Books several slots of one service for the viewer: all or nothing, or what fits. */
export const bookBatchAction = userAction<
  typeof bookBatchForm,
  BookedBatch,
  BatchRefusal | 'unsent',
  RefusedBatch
>({
  schema: bookBatchForm,
  lists: ['startsAt'],
  flash: 'book-batch',
  limitByAddress: 'booking_by_address',
  limitByPerson: 'booking_by_person',
  run: async ({ input, viewer, now }) => {
    const { mentorId, variantId, requestId, policy, startsAt, answers, priceCredits } = input;
    const { format, phone, place, subject, notes } = input;
    const result = await bookBatch({
      menteeId: viewer.id,
      mentorId,
      variantId,
      requestId,
      policy,
      starts: startsAt.map((start) => Temporal.Instant.from(start)),
      details: { format, phone, place, subject, notes },
      answers,
      priceCredits,
      now,
    });
    if (!result.ok) {
      const { reason, failures, wrongAnswers } = result;
      // The page then shows the new price.
      const refreshes = reason === 'price_changed';
      return { ok: false, reason, data: { failures, wrongAnswers }, refreshes };
    }
    const bookingIds = result.value.bookings.map(({ bookingId }) => bookingId);
    return {
      ok: true,
      value: result.value,
      afterwards: () => followUp({ now, bookingIds }),
    };
  },
});
