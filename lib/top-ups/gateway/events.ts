import { z } from 'zod';
import { ok, refused, type Result } from '@/kernel/result';
import type { CheckoutNews, PaymentEvent, ReturnNews } from '../schema';

/** Seconds for which a signature is good: an old event that somebody has got hold of is not news. */
const signatureSeconds = 300;

/**
 * Reads an event that somebody sent, when Stripe signed it within five minutes of `nowMs`.
 * @param sent `body` as it came, to the byte: that is what is signed
 */
export async function readEvent(
  sent: { body: string; signature: string },
  { webhookSecret, nowMs }: { webhookSecret: string; nowMs: number },
): Promise<Result<PaymentEvent, 'not_signed' | 'malformed'>> {
  const { Stripe } = await import('stripe');
  let event: unknown;
  try {
    event = Stripe.webhooks.constructEvent(
      sent.body,
      sent.signature,
      webhookSecret,
      signatureSeconds,
      undefined,
      nowMs,
    );
  } catch (error) {
    const isForged = error instanceof Stripe.errors.StripeSignatureVerificationError;
    return refused(isForged ? 'not_signed' : 'malformed');
  }
  const read = anyEvent.safeParse(event);
  if (!read.success) return refused('malformed');
  const { id, type, data } = read.data;
  const reader = readers[type];
  if (!reader) return ok({ id, type, news: null });
  const news = reader(data.object);
  return news === 'malformed' ? refused('malformed') : ok({ id, type, news });
}

/*
 * The parts of Stripe's objects that we use, in every version of its API so far: an event comes in the
 * version that its webhook was set up with. `metadata` alone says that something is ours:
 * `client_reference_id` can be made up by whoever opens a payment link of the same account.
 */
const anyEvent = z.object({
  id: z.string().min(1),
  type: z.string(),
  data: z.object({ object: z.unknown() }),
});

const idOf = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null);

const topUpIdOf = z
  .object({ top_up_id: z.uuid() })
  .transform((metadata) => metadata.top_up_id)
  .nullable()
  .catch(null);

const checkoutSession = z.object({
  id: z.string().min(1),
  mode: z.string(),
  payment_status: z.string(),
  amount_total: z.number().nullish(),
  currency: z.string().nullish(),
  payment_intent: idOf,
  metadata: topUpIdOf,
});

const charge = z.object({
  payment_intent: idOf,
  amount_refunded: z.number(),
  currency: z.string(),
  metadata: topUpIdOf,
});

const dispute = z.object({
  payment_intent: idOf,
  amount: z.number(),
  currency: z.string(),
  status: z.string(),
});

type Reader = (object: unknown) => PaymentEvent['news'] | 'malformed';

/** What each type of event says; of other types we want to know nothing. */
const readers: Record<string, Reader> = {
  // The page is done with; whether the money is there, its status says.
  'checkout.session.completed': checkout((status) => (status === 'unpaid' ? 'unpaid' : 'paid')),
  'checkout.session.async_payment_succeeded': checkout(() => 'paid'),
  'checkout.session.async_payment_failed': checkout(() => 'failed'),
  'checkout.session.expired': checkout(() => 'expired'),
  'charge.refunded': (object) => {
    const read = charge.safeParse(object);
    if (!read.success) return 'malformed';
    const { metadata, payment_intent, amount_refunded, currency } = read.data;
    const about = { topUpId: metadata, paymentId: payment_intent, currency, status: '' };
    return { kind: 'refunded', amount: amount_refunded, ...about };
  },
  'charge.dispute.created': complaint('disputed'),
  'charge.dispute.closed': complaint('dispute_closed'),
};

function checkout(kindOf: (paymentStatus: string) => CheckoutNews['kind']): Reader {
  return (object) => {
    const read = checkoutSession.safeParse(object);
    if (!read.success) return 'malformed';
    const { id, mode, payment_status, amount_total, currency, payment_intent, metadata } =
      read.data;
    if (mode !== 'payment') return null;
    return {
      kind: kindOf(payment_status),
      sessionId: id,
      topUpId: metadata,
      amount: amount_total ?? null,
      currency: currency ?? null,
      paymentId: payment_intent,
    };
  };
}

function complaint(kind: ReturnNews['kind']): Reader {
  return (object) => {
    const read = dispute.safeParse(object);
    if (!read.success) return 'malformed';
    const { payment_intent, amount, currency, status } = read.data;
    return { kind, topUpId: null, paymentId: payment_intent, amount, currency, status };
  };
}
