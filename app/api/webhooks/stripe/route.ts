import { Temporal } from 'temporal-polyfill';
import { env } from '@/kernel/env';
import { readBody } from '@/kernel/read-body';
import { receivePaymentEvent } from '@/lib/top-ups/service';

/** No event of Stripe's is nearly as long. */
const mostBytes = 1024 * 1024;

const statusOf = { not_configured: 503, not_signed: 400, malformed: 400, too_long: 413 } as const;

/**
 * Takes in the events of Stripe, which signs them. 200 says that an event need not come again, whether
 * or not anything followed from it; 400 that it is not Stripe's or cannot be read; 503 that nothing is
 * sold here. What breaks on our side is a 500, and the event comes again.
 */
export async function POST(request: Request) {
  if (env.topUps === null) return refusal('not_configured');
  const signature = request.headers.get('stripe-signature');
  if (!signature) return refusal('not_signed');
  const body = await readBody(request, mostBytes);
  if (body === null) return refusal('too_long');
  const received = await receivePaymentEvent({
    body: body.toString('utf8'),
    signature,
    now: Temporal.Now.instant(),
  });
  if (!received.ok) return refusal(received.reason);
  return answer({ outcome: received.value.outcome }, 200);
}

function refusal(reason: keyof typeof statusOf) {
  return answer({ error: reason }, statusOf[reason]);
}

function answer(body: object, status: number) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
