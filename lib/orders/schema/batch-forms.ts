import { z } from 'zod';
import type { ActionState } from '@/lib/action-kit/schema';
import { isTimeZone } from '@/kernel/time/zone-names';
import { answersIn } from './answers';
import {
  batchPolicies,
  type BatchRefusal,
  type BookedBatch,
  mostSlotsPerBatch,
  type RefusedBatch,
} from './batch';
import { bookingDetails } from '@/lib/bookings/schema/booking';

const instants = z
  .array(z.iso.datetime({ precision: -1 }))
  .min(1)
  .max(mostSlotsPerBatch)
  // A slot that was ticked twice is one slot.
  .transform((slots) => [...new Set(slots)]);

/** The form that books several slots of one service; `startsAt` comes once a slot. */
export const bookBatchForm = bookingDetails
  .extend({
    mentorId: z.uuid(),
    variantId: z.uuid(),
    startsAt: instants,
    policy: z.enum(batchPolicies),
    requestId: z.uuid(),
    timeZone: z.string().refine(isTimeZone),
    /** Of each slot, as the form showed it. */
    priceCredits: z.coerce.number().int().min(0),
  })
  .loose()
  .transform((form) => ({ ...form, answers: answersIn(form) }));

/** `unsent`: said by the browser, when it does not reach the server or gets no answer. */
export type BookBatchState = ActionState<BookedBatch, BatchRefusal | 'unsent', RefusedBatch>;
