import type { WrongAnswer } from './answers';
import type { BookRefusal } from '@/lib/bookings/schema/booking';

/** Slots in one request. */
export const mostSlotsPerBatch = 20;

/** What is to happen when some of the slots are not to be had: `all` or nothing, or what `fits`. */
export const batchPolicies = ['all', 'fits'] as const;
export type BatchPolicy = (typeof batchPolicies)[number];

/** Why one slot of a batch is not booked. */
export const slotRefusals = [
  'slot_taken',
  'not_offered',
  'overlaps_yours',
  'own_slot',
  'format_unavailable',
  'details_missing',
  'not_enough_credits',
] as const satisfies readonly BookRefusal[];
export type SlotRefusal = (typeof slotRefusals)[number];

/** Those that another time may help against. */
export const reasonsOfTime = [
  'slot_taken',
  'not_offered',
  'overlaps_yours',
] as const satisfies readonly SlotRefusal[];
export type ReasonOfTime = (typeof reasonsOfTime)[number];

/**
 * Why a batch is not booked at all. `not_all`: some slot was refused, and the mentee wanted all or
 * nothing. `none_fits`: every slot was.
 */
export type BatchRefusal =
  | Exclude<BookRefusal, 'too_many_holds' | ReasonOfTime>
  | 'not_all'
  | 'none_fits';

/** A refused slot as it is kept: `startsAt` is an ISO instant. */
export interface KeptFailure {
  index: number;
  startsAt: string;
  reason: SlotRefusal;
}

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
  batchId: string;
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
