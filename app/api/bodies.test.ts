/** Every route that somebody can send a body to, sent one without end. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { webhookSecret } from '@/testing/stripe';

interface Case {
  load: () => Promise<{ POST: (request: Request, context: never) => Promise<Response> }>;
  params?: object;
  headers?: Record<string, string>;
  mostBytes: number;
}

/** Such a request as is refused for nothing but its length. */
const cases: Record<string, Case> = {
  'webhooks/stripe/route.ts': {
    load: () => import('./webhooks/stripe/route'),
    headers: { 'stripe-signature': 't=1,v1=0' },
    mostBytes: 1024 * 1024,
  },
  'unsubscribe/[token]/route.ts': {
    load: () => import('./unsubscribe/[token]/route'),
    params: { token: 'x' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    mostBytes: 200,
  },
};

const routes = ['app']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  .filter((path) => /(^|[\\/])route\.tsx?$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => ({ path, source: readFileSync(`app/${path}`, 'utf8') }));
const takesBodies = /export [^;{(]*(\{[^}]*)?\b(POST|PUT|PATCH|DELETE)\b/;

it('knows every route that takes a body', () => {
  expect(routes.length).toBeGreaterThan(20);
  const taking = routes.filter(({ source }) => takesBodies.test(source)).map(({ path }) => path);
  expect(taking.toSorted()).toEqual(
    Object.keys(cases)
      .map((path) => `api/${path}`)
      .toSorted(),
  );
});

it.each(routes)('$path reads no body but by the reader that ends', ({ source }) => {
  const ownReading =
    /\b\w*[rR]eq(uest)?\s*(\.clone\(\))?\s*\.\s*(text|json|formData|arrayBuffer|blob|bytes|body)\b/;
  expect(source).not.toMatch(ownReading);
});

const chunkBytes = 64 * 1024;

/** A body of 200 MB, and how much of it has been asked for. */
function endless() {
  let given = 0;
  let isLetGo = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += chunkBytes;
      if (given > 200 * 1024 * 1024) return controller.close();
      controller.enqueue(new Uint8Array(chunkBytes).fill(97));
    },
    cancel() {
      isLetGo = true;
    },
  });
  return { body, state: () => ({ given, isLetGo }) };
}

function send(
  { load, params = {}, headers = {} }: Case,
  { body, more = {} }: { body: ReadableStream; more?: Record<string, string> },
) {
  const init = { method: 'POST', headers: { ...headers, ...more }, body, duplex: 'half' };
  const request = new Request('http://localhost/', init);
  return load().then(({ POST }) => POST(request, { params: Promise.resolve(params) } as never));
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe.each(Object.entries(cases))('POST %s', (_, one) => {
  it.each([
    ['without a length', {}],
    ['that says it is short', { 'content-length': '10' }],
  ])('stops at a long body %s', async (_name, more) => {
    vi.stubEnv('STRIPE_SECRET_KEY', 'sk_test_1');
    vi.stubEnv('STRIPE_WEBHOOK_SECRET', webhookSecret);
    vi.resetModules();
    const { body, state } = endless();
    const answer = await send(one, { body, more });
    expect([400, 413]).toContain(answer.status);
    const { given, isLetGo } = state();
    expect(given).toBeLessThanOrEqual(one.mostBytes + 2 * chunkBytes);
    expect(isLetGo).toBe(true);
  });

  it('does not begin with a body that says it is long', async () => {
    vi.stubEnv('STRIPE_SECRET_KEY', 'sk_test_1');
    vi.stubEnv('STRIPE_WEBHOOK_SECRET', webhookSecret);
    vi.resetModules();
    const { body, state } = endless();
    const answer = await send(one, { body, more: { 'content-length': String(200 * 1024 * 1024) } });
    expect([400, 413]).toContain(answer.status);
    expect(state().given).toBeLessThanOrEqual(chunkBytes);
  });
});

it('reads nothing of a payment event where nothing is sold, or what nobody signed', async () => {
  const stripe = cases['webhooks/stripe/route.ts'];
  if (!stripe) throw new Error('the route is gone');
  const unsold = endless();
  expect((await send(stripe, { body: unsold.body })).status).toBe(503);
  vi.stubEnv('STRIPE_SECRET_KEY', 'sk_test_1');
  vi.stubEnv('STRIPE_WEBHOOK_SECRET', webhookSecret);
  vi.resetModules();
  const unsigned = endless();
  const { headers: _, ...bare } = stripe;
  expect((await send(bare, { body: unsigned.body })).status).toBe(400);
  for (const { state } of [unsold, unsigned]) expect(state().given).toBeLessThanOrEqual(chunkBytes);
});
