import { z } from 'zod';
import type { ActionState } from '@/lib/auth/schema';
import { isTimeZone } from '@/lib/time/zone-names';
import { answersIn, type WrongAnswer } from './answers';
import { bookingDetails, type BookRefusal, cancelReason } from './booking';

/** Slots in one request. */
export const mostSlotsPerBatch = 20;
/** Sessions of a series: as many as fit into one request. */
export const mostOfSeries = mostSlotsPerBatch;

/** What is to happen when some of the slots are not to be had: `all` or nothing, or what `fits`. */
export const batchPolicies = ['all', 'fits'] as const;
export type BatchPolicy = (typeof batchPolicies)[number];

/** Why one slot of a batch is not booked. */
export const slotRefusals = [
  'slot_taken',
  'not_offered',
  'overlaps_yours',
  'own_slot',
  'details_missing',
  'not_enough_credits',
] as const satisfies readonly BookRefusal[];
export type SlotRefusal = (typeof slotRefusals)[number];

/**
 * Why a batch is not booked at all. `not_all`: some slot was refused, and the mentee wanted all or
 * nothing. `none_fits`: every slot was.
 */
export type BatchRefusal =
  | Exclude<BookRefusal, SlotRefusal | 'too_many_holds'>
  | 'own_slot'
  | 'details_missing'
  | 'not_all'
  | 'none_fits';

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
  })
  .loose()
  .transform((form) => ({ ...form, answers: answersIn(form) }));

/** A slot of a batch that was not booked. Instants are epoch milliseconds. */
export interface BatchFailure {
  /** The slot's place in the request, from 0. */
  index: number;
  slot: number;
  reason: SlotRefusal;
  /** The free starts nearest to it; empty where another time would not help. */
  alternatives: number[];
}

/** What the result page shows. Instants are epoch milliseconds. */
export interface BookedBatch {
  /** Null when only one slot was booked: that is an ordinary booking. */
  batchId: string | null;
  bookings: {
    index: number;
    bookingId: string;
    reference: string;
    status: 'pending' | 'confirmed';
    startsAt: number;
  }[];
  count: number;
  failedCount: number;
  failures: BatchFailure[];
}

/** What goes with a refusal: which slots were in the way, where any were. */
export interface RefusedBatch {
  failures: BatchFailure[];
  wrongAnswers: WrongAnswer[];
}

/** `unsent`: said by the browser, when it does not reach the server or gets no answer. */
export type BookBatchState = ActionState<BookedBatch, BatchRefusal | 'unsent', RefusedBatch>;

export const cancelBatchForm = z.object({ batchId: z.uuid(), reason: cancelReason });
