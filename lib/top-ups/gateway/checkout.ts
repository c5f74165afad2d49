import { z } from 'zod';
import { ok, refused, type Result } from '@/kernel/result';
import type { Price } from '@/lib/ledger/schema';
import type { CheckoutFailure } from '../schema';

/** The longest that Stripe is waited for, twice at most. */
const longestAnswerMs = 8000;

export interface StripeAccess {
  secretKey: string;
  /** An address without a path. */
  apiUrl: string;
  answerWithinMs?: number;
}

/**
 * Opens a payment page. Asking twice for the same top-up gives the same page: its id is the
 * idempotency key, which Stripe's package also tries again with when no answer comes.
 * @returns the page's id at Stripe, and its address; `no_answer` leaves open whether there is one
 */
export async function openCheckout(
  { secretKey, apiUrl, answerWithinMs = longestAnswerMs }: StripeAccess,
  topUp: Price & {
    id: string;
    /** What is bought, in the buyer's language. */
    title: string;
    email: string;
    locale: 'en' | 'fr';
    successUrl: string;
    cancelUrl: string;
  },
): Promise<Result<{ sessionId: string; url: string }, CheckoutFailure, { detail: string }>> {
  // Loaded only here: most servers never sell anything.
  const { Stripe } = await import('stripe');
  const { protocol, hostname, port } = new URL(apiUrl);
  const stripe = new Stripe(secretKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    ...(port !== '' && { port }),
    timeout: answerWithinMs,
    maxNetworkRetries: 1,
    telemetry: false,
  });
  const metadata = { top_up_id: topUp.id };
  try {
    const session = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: topUp.currency,
              unit_amount: topUp.amount,
              product_data: { name: topUp.title },
            },
          },
        ],
        // The price is what the pack says and not its worth in the payer's currency on the day.
        adaptive_pricing: { enabled: false },
        client_reference_id: topUp.id,
        metadata,
        // A refund or a complaint tells of the payment and not of the page.
        payment_intent_data: { description: topUp.title, metadata },
        customer_email: topUp.email,
        locale: topUp.locale,
        success_url: topUp.successUrl,
        cancel_url: topUp.cancelUrl,
      },
      { idempotencyKey: topUp.id },
    );
    const page = checkoutPage.safeParse(session);
    if (!page.success) return refused('malformed', { detail: 'no id or no address' });
    return ok({ sessionId: page.data.id, url: page.data.url });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    // Not its message: that may quote what we sent.
    const detail = [error.type, error.code, error.requestId].filter(Boolean).join(' ');
    return refused(failureOf(error), { detail });
  }
}

const checkoutPage = z.object({ id: z.string().min(1), url: z.url({ protocol: /^https$/ }) });

function failureOf({
  type,
  statusCode,
}: {
  type: string;
  statusCode?: number | undefined;
}): CheckoutFailure {
  if (type === 'StripeConnectionError') return 'no_answer';
  if (statusCode === undefined || statusCode < 400) return 'malformed';
  if (statusCode === 429) return 'busy';
  return statusCode >= 500 ? 'unavailable' : 'refused';
}
