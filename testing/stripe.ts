/** A server on this machine that speaks the part of Stripe's API that we use, faults included. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import type { Temporal } from 'temporal-polyfill';

type Request = {
  method: string;
  path: string;
  authorization: string;
  idempotencyKey: string;
  /** The form that was posted, by the names in it: `line_items[0][quantity]`. */
  body: Record<string, string>;
};
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** What it does with a request: open a payment page, give an answer, or break off. */
export type StripeBehaviour =
  | 'open a page'
  | 'hang up'
  | 'hang up once'
  | 'say nothing'
  | 'stop halfway'
  | Answer;

export const webhookSecret = 'whsec_test';

export async function startStripe() {
  let behaviour: StripeBehaviour = 'open a page';
  const requests: Request[] = [];
  /** By key, what was opened: a key that comes again is answered as before. */
  const opened = new Map<string, object>();
  function answer(request: Request, response: ServerResponse) {
    requests.push(request);
    const now = behaviour;
    if (now === 'hang up once') behaviour = 'open a page';
    if (now === 'say nothing') return;
    if (now === 'hang up' || now === 'hang up once') return response.destroy();
    if (now === 'stop halfway') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      return response.write('{"id":');
    }
    if (typeof now === 'object') return reply(response, now);
    const { idempotencyKey, body } = request;
    const session = opened.get(idempotencyKey) ?? checkoutSession(body);
    opened.set(idempotencyKey, session);
    reply(response, { status: 200, body: session });
  }
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      const idempotencyKey = String(headers['idempotency-key'] ?? '');
      const authorization = headers.authorization ?? '';
      answer({ method, path, authorization, idempotencyKey, body }, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    opened,
    /** How it behaves from now on. */
    behave: (next: StripeBehaviour) => {
      behaviour = next;
    },
    /** How credits are sold through it; it is waited for only as long as a test of silence can bear. */
    get selling() {
      const isSilent = behaviour === 'say nothing' || behaviour === 'stop halfway';
      return {
        secretKey: 'sk_test_1',
        webhookSecret,
        apiUrl: `http://127.0.0.1:${port}`,
        currency: 'eur',
        packs: [
          { credits: 50, amount: 500 },
          { credits: 120, amount: 1000 },
        ],
        answerWithinMs: isSilent ? 300 : 8000,
      };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

let count = 0;

/** The answer to opening a page, in the shape of Stripe's own documents. */
function checkoutSession(form: Record<string, string>) {
  count += 1;
  const id = `cs_test_${count}`;
  return {
    id,
    object: 'checkout.session',
    url: `https://checkout.stripe.com/c/pay/${id}`,
    mode: form['mode'],
    status: 'open',
    payment_status: 'unpaid',
    amount_total: Number(form['line_items[0][price_data][unit_amount]']),
    currency: form['line_items[0][price_data][currency]'],
    client_reference_id: form['client_reference_id'],
    metadata: { top_up_id: form['metadata[top_up_id]'] },
    payment_intent: null,
  };
}

/** An event as Stripe posts it, signed at an instant. */
export function signedEvent(
  { id, type, object }: { id?: string; type: string; object: object },
  { at, secret = webhookSecret }: { at: Temporal.Instant; secret?: string },
) {
  count += 1;
  const timestamp = Math.floor(at.epochMilliseconds / 1000);
  const body = JSON.stringify({
    id: id ?? `evt_${count}`,
    object: 'event',
    created: timestamp,
    type,
    data: { object },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
  return { body, signature };
}

function reply(response: ServerResponse, { status, body = '', headers = {} }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
