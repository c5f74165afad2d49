import type { WrongAnswer } from './answers';
import type { SlotRefusal } from '@/domain/bookings';

/** Open holds that one e-mail address may have. */
export const openHoldsPerAddress = 2;

/**
 * Open holds with one mentor that may come from one network. A school shares one, and each hold ends by
 * itself in minutes; but nobody fills a mentor's week from one place under invented addresses.
 */
export const openHoldsPerNetwork = 8;

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

/** Why a time cannot be booked by whoever asks for it; of a hold, when it is to be confirmed. */
export type BookingRefusal = 'blocked' | 'answers_wrong' | OfferRefusal | SlotRefusal;

/**
 * Why nothing is booked; the browser has words for each. An order of one slot is refused for its
 * slot's reason, one of several where all its slots have one in common that no other time helps
 * against. Else `not_all`: some slot was refused, and the booker wanted all or nothing. `none_fits`:
 * every slot was. `busy`: others had to be waited for too long, and no slot was looked at.
 */
export type OrderRefusal =
  | 'not_signed_in'
  | BookingRefusal
  | 'too_many_holds'
  | 'too_many_from_here'
  | 'busy'
  | 'hold_over'
  | 'not_all'
  | 'none_fits';

/** A slot of an order that was not booked. Instants are `Temporal.Instant` in services, else epoch ms. */
export interface OrderFailure<At = number> {
  /** The slot's place in the order, from 0. */
  index: number;
  slot: At;
  reason: SlotRefusal;
  /** The free starts nearest to it; empty where another time would not help. */
  alternatives: At[];
}

/** A slot of an order that was booked. */
export interface OrderedBooking<At = number> {
  index: number;
  bookingId: string;
  reference: string;
  status: 'held' | 'pending' | 'confirmed';
  startsAt: At;
  /** Until when it is held, or the mentor may answer; null: it is confirmed. */
  expiresAt: At | null;
}

/** What has come of an order: one booking at least. */
export interface Ordered<At = number> {
  /** What the bookings of one order share; null for an order of one slot. */
  batchId: string | null;
  /** In the order in which they were wanted, as the failures. */
  bookings: [OrderedBooking<At>, ...OrderedBooking<At>[]];
  failures: OrderFailure<At>[];
}

/** By which a visitor's browser shows that a hold is its own, and where the link went to. */
export interface HoldProof {
  requestId: string;
  email: string;
}

/** What goes with a refusal: which slots were in the way, where any were. */
export interface RefusedOrder<At = number> {
  failures: OrderFailure<At>[];
  wrongAnswers: WrongAnswer[];
}
