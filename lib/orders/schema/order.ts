import type { WrongAnswer } from './answers';
import type { SlotRefusal } from '@/domain/bookings';

/** Open holds that one e-mail address may have. */
export const openHoldsPerAddress = 2;

/** What is to happen when some of the slots are not to be had: `all` or nothing, or what `fits`. */
export const orderPolicies = ['all', 'fits'] as const;
export type OrderPolicy = (typeof orderPolicies)[number];

/** Those that another time may help against. */
export const reasonsOfTime = [
  'slot_taken',
  'not_offered',
  'overlaps_yours',
] as const satisfies readonly SlotRefusal[];
export type ReasonOfTime = (typeof reasonsOfTime)[number];

/** What may be said against all that is wanted of a mentor, whatever the time. */
export type OfferRefusal = 'not_found' | 'not_taking_bookings' | 'own_slot' | 'price_changed';

/**
 * Why nothing is booked; the browser has words for each. An order of one slot is refused for its
 * slot's reason, one of several where all its slots have one in common that no other time helps
 * against. Else `not_all`: some slot was refused, and the booker wanted all or nothing. `none_fits`:
 * every slot was.
 */
export type OrderRefusal =
  | 'not_signed_in'
  | 'blocked'
  | OfferRefusal
  | 'too_many_holds'
  | 'answers_wrong'
  | SlotRefusal
  | 'not_all'
  | 'none_fits';

/** A slot of an order that was not booked. Instants are epoch milliseconds. */
export interface OrderFailure {
  /** The slot's place in the order, from 0. */
  index: number;
  slot: number;
  reason: SlotRefusal;
  /** The free starts nearest to it; empty where another time would not help. */
  alternatives: number[];
}

/** A slot of an order that was booked. `startsAt` is in epoch milliseconds. */
export interface OrderedBooking {
  index: number;
  bookingId: string;
  reference: string;
  status: 'held' | 'pending' | 'confirmed';
  startsAt: number;
}

/** What has come of an order: one booking at least. */
export interface Ordered {
  /** What the bookings of one order share; null for an order of one slot. */
  batchId: string | null;
  /** In the order in which they were wanted, as the failures. */
  bookings: [OrderedBooking, ...OrderedBooking[]];
  failures: OrderFailure[];
}

/** What goes with a refusal: which slots were in the way, where any were. */
export interface RefusedOrder {
  failures: OrderFailure[];
  wrongAnswers: WrongAnswer[];
}
