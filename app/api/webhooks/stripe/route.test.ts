import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signedEvent, webhookSecret } from '@/testing/stripe';

/** The route as a server with these settings has it. */
async function post(
  { body, signature }: { body: string; signature?: string },
  settings: Record<string, string> = {
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
  },
) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { POST } = await import('./route');
  const headers = new Headers(signature === undefined ? [] : [['stripe-signature', signature]]);
  const request = new Request('http://localhost/api/webhooks/stripe', {
    method: 'POST',
    headers,
    body,
  });
  return POST(request);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const event = () =>
  signedEvent({ type: 'customer.created', object: {} }, { at: Temporal.Now.instant() });

describe('POST /api/webhooks/stripe', () => {
  it('takes what Stripe signed, also what it has no use for', async () => {
    const response = await post(event());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ outcome: 'unknown' });
  });

  it('refuses what nobody signed', async () => {
    const { body } = event();
    expect((await post({ body })).status).toBe(400);
    expect((await post({ body, signature: 't=1,v1=0' })).status).toBe(400);
    expect((await post({ body: '', signature: event().signature })).status).toBe(400);
  });

  it('refuses what cannot be read', async () => {
    const at = Temporal.Now.instant();
    const response = await post(signedEvent({ type: 'charge.refunded', object: [] }, { at }));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'malformed' });
  });

  it('says that nothing is sold here', async () => {
    const settings = { STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' };
    expect((await post(event(), settings)).status).toBe(503);
  });
});
