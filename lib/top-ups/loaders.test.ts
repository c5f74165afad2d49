import { afterEach, describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { topUps } from '@/db/schema/top-ups';
import { makeUser, monday } from '@/testing/people';
import type { TopUpReturn } from './schema';

const session = vi.hoisted(() => ({
  viewer: null as { id: string; memberOf: string[]; adminOf: string[] } | null,
}));
// Who is looking; a request and its cookies are not there.
vi.mock('server-only', () => ({}));
vi.mock('@/lib/auth/session', () => ({ getViewer: async () => session.viewer }));

const selling = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_test' };
const nowhere: TopUpReturn = { top_up: null, id: null };

/** The page's data on a server with these settings. */
async function load(arrival = nowhere, settings: Record<string, string> = selling) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { loadTopUps } = await import('./loaders');
  return loadTopUps({ arrival, locale: 'fr' });
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function arriveWith(status: 'open' | 'pending' | 'failed' | 'expired') {
  const { id: userId } = await makeUser();
  session.viewer = { id: userId, memberOf: [], adminOf: [] };
  const id = uuidv7();
  const price = { credits: 50, amount: 500, currency: 'eur' };
  await db.insert(topUps).values({ ...price, id, userId, status, createdAt: monday });
  return id;
}

describe('loadTopUps', () => {
  it('knows nothing of credits for sale without a key', async () => {
    const id = await arriveWith('pending');
    expect(await load({ top_up: 'done', id }, {})).toBeNull();
  });

  it('is for users alone', async () => {
    session.viewer = null;
    expect(await load()).toBeNull();
  });

  it('offers the packs with their prices', async () => {
    await arriveWith('open');
    const settings = { ...selling, TOP_UP_CURRENCY: 'xof', TOP_UP_PACKS: '50:3000,120:6500' };
    const loaded = await load(nowhere, settings);
    expect(loaded?.packs.map(({ price }) => price.replaceAll(/\s/g, ' '))).toEqual([
      '3 000 F CFA',
      '6 500 F CFA',
    ]);
    expect(loaded).toMatchObject({ returned: null, pending: [] });
  });

  it.each([
    ['done', 'open', { state: 'waiting', credits: 50 }],
    ['done', 'pending', { state: 'pending', credits: 50 }],
    ['done', 'failed', { state: 'failed', credits: 50 }],
    ['done', 'expired', { state: 'failed', credits: 50 }],
    ['cancelled', 'open', { state: 'cancelled' }],
    ['cancelled', 'pending', { state: 'pending', credits: 50 }],
  ] as const)('says to who comes back %s and is %s', async (result, status, returned) => {
    const id = await arriveWith(status);
    expect(await load({ top_up: result, id })).toMatchObject({ returned, pending: [] });
  });

  it('shows what is under way, later too', async () => {
    const id = await arriveWith('pending');
    expect((await load())?.pending).toEqual([{ id, credits: 50 }]);
  });

  it('tells nobody of somebody else’s', async () => {
    const id = await arriveWith('pending');
    session.viewer = { id: (await makeUser()).id, memberOf: [], adminOf: [] };
    expect(await load({ top_up: 'done', id })).toMatchObject({ returned: null, pending: [] });
  });
});
