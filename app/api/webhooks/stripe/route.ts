import { Temporal } from 'temporal-polyfill';
import { receivePaymentEvent } from '@/lib/top-ups/service';

/** No event of Stripe's is nearly as long. */
const mostBytes = 1024 * 1024;

const statusOf = { not_configured: 503, not_signed: 400, malformed: 400 } as const;

/**
 * Takes in the events of Stripe, which signs them. 200 says that an event need not come again, whether
 * or not anything followed from it; 400 that it is not Stripe's or cannot be read; 503 that nothing is
 * sold here. What breaks on our side is a 500, and the event comes again.
 */
export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature') ?? '';
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return answer({}, 413);
  const received = await receivePaymentEvent({
    body: await request.text(),
    signature,
    now: Temporal.Now.instant(),
  });
  if (!received.ok) return answer({ error: received.reason }, statusOf[received.reason]);
  return answer({ outcome: received.value.outcome }, 200);
}

function answer(body: object, status: number) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
