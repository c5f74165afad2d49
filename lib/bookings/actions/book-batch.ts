'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/auth/action-builders';
import { dispatchEnqueued } from '@/lib/outbox/service';
import type { BatchRefusal, BookedBatch, RefusedBatch } from '../schema/batch';
import { bookBatchForm } from '../schema/batch-forms';
import { bookBatch } from '../service/book-batch';

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
  limitByPerson: { name: 'booking_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const { mentorId, variantId, requestId, policy, startsAt, answers } = input;
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
      now,
    });
    if (!result.ok) {
      const { reason, failures, wrongAnswers } = result;
      return { ok: false, reason, data: { failures, wrongAnswers } };
    }
    const { deliveryIds, ...booked } = result.value;
    return {
      ok: true,
      value: booked,
      afterwards: () => dispatchEnqueued({ now, ids: deliveryIds }),
    };
  },
});
