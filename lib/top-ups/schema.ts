import { z } from 'zod';

/** Which pack is wanted. What it costs, the server knows. */
export const topUpForm = z.object({ credits: z.coerce.number().int().positive() });

/** Why no payment page was opened. */
export type TopUpRefusal = 'not_offered' | 'no_payment_page';

/**
 * Why Stripe gave no payment page. `refused`: our key or our request; `busy`: too many requests;
 * `unavailable`: its own trouble; `malformed`: an answer that is not one; `no_answer`: none in time.
 */
export type CheckoutFailure = 'refused' | 'busy' | 'unavailable' | 'malformed' | 'no_answer';

/** What the address of the page says when somebody comes back from paying. */
export const topUpReturn = z.object({
  top_up: z.enum(['done', 'cancelled']).nullable().catch(null),
  id: z.uuid().nullable().catch(null),
});
export type TopUpReturn = z.output<typeof topUpReturn>;

/**
 * How it went for who comes back from paying. `waiting`: Stripe has not said yet, which takes
 * seconds.
 */
export type ReturnedTopUp =
  | { state: 'cancelled' }
  | { state: 'waiting' | 'pending' | 'paid' | 'failed'; credits: number };

/** News of a payment page of ours, as an event tells it. */
export interface CheckoutNews {
  kind: 'paid' | 'unpaid' | 'failed' | 'expired';
  sessionId: string;
  /** The id that we gave it; what else is sold with the same key has another, or none. */
  topUpId: string | null;
  amount: number | null;
  currency: string | null;
  paymentId: string | null;
}

/** Money that goes back: a refund that somebody made at Stripe, or a payer's complaint at their bank. */
export interface ReturnNews {
  kind: 'refunded' | 'disputed' | 'dispute_closed';
  topUpId: string | null;
  paymentId: string | null;
  /** All that has been refunded of the payment so far; or what the complaint is about. */
  amount: number;
  currency: string;
  /** Stripe's word for how a complaint stands; empty for a refund. */
  status: string;
}

/** A signed event of Stripe's; `news` is null for one that does not concern us. */
export interface PaymentEvent {
  id: string;
  type: string;
  news: CheckoutNews | ReturnNews | null;
}
