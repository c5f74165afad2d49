import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { rateLimits } from '@/db/schema/rate-limits';
import { requestSignInAction } from '@/lib/auth/actions';
import { networkAddress } from '@/kernel/network';
import { limitUse } from './rate-limits';

const request = vi.hoisted(() => ({ from: '' }));
const nothingHappens = vi.hoisted(() => () => undefined);
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: nothingHappens }));
vi.mock('next/server', () => ({ after: nothingHappens, connection: nothingHappens }));
vi.mock('next/headers', () => ({
  cookies: nothingHappens,
  headers: async () =>
    new Headers({ 'x-forwarded-for': request.from, 'next-action': 'of a script' }),
}));
vi.mock('@/lib/auth/config', () => ({ authSecret: 'of a test' }));
vi.mock('@/lib/auth/session', () => ({ getViewer: async () => null }));

describe('asking for a sign-in link to an address', () => {
  let email = '';
  beforeEach(() => {
    email = `owner-${uuidv7()}@example.test`;
  });

  async function ask(from: string) {
    request.from = from;
    const form = new FormData();
    for (const [name, value] of Object.entries({ email, next: '/', locale: 'en' })) {
      form.set(name, value);
    }
    return requestSignInAction(null, form);
  }

  const countMails = () => db.$count(deliveries, eq(deliveries.recipientEmail, email));

  it('is limited from one network, and its owner asks from theirs', async () => {
    for (let time = 0; time < 5; time += 1) await ask('203.0.113.66');
    expect(await ask('203.0.113.66')).toMatchObject({ status: 'refused', reason: 'rate_limited' });
    expect(await countMails()).toBe(5);
    expect(await ask('198.51.100.7')).toMatchObject({ status: 'ok' });
    expect(await countMails()).toBe(6);
  });

  it('from many networks fills no mailbox, and does not shut the owner out: a link is there', async () => {
    for (let host = 1; host <= 30; host += 1) {
      expect(await ask(`203.0.113.${host}`)).toMatchObject({ status: 'ok' });
    }
    expect(await countMails()).toBe(12);
    expect(await ask('198.51.100.7')).toMatchObject({ status: 'ok' });
    expect(await countMails()).toBe(12);
  });
});

describe('a limit', () => {
  it('lets as many through as it says, also when they come at once, and says how long to wait', async () => {
    const subject = `person-${uuidv7()}@example.test`;
    const waits = await Promise.all(
      Array.from({ length: 12 }, () => limitUse('sign_in_by_person', subject)),
    );
    expect(waits.filter((wait) => wait === null)).toHaveLength(5);
    for (const wait of waits) {
      if (wait === null) continue;
      expect(wait).toBeGreaterThan(890);
      expect(wait).toBeLessThanOrEqual(900);
    }
    expect(await limitUse('sign_in_by_person', `another-${subject}`)).toBeNull();
    expect(await limitUse('booking_by_person', subject)).toBeNull();
    expect(JSON.stringify(await db.select().from(rateLimits))).not.toContain(subject);
  });
});

const addressOf = (header: string | null, trustedProxies?: number) =>
  networkAddress(
    { get: (name) => (name === 'x-forwarded-for' ? header : 'spoofed') },
    trustedProxies,
  );

describe('the network address', () => {
  it.each([
    [null, 'unknown'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
    ['1', 'unknown'],
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
    ['[2001:db8:0:1::5]:4711', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['::1', '::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('of %s is %s', (header, address) => {
    expect(addressOf(header)).toBe(address);
  });

  it.each([
    ['invented, 203.0.113.9, 10.0.0.2', 0, '10.0.0.2'],
    ['invented, 203.0.113.9, 10.0.0.2', 1, '203.0.113.9'],
    ['198.51.100.7, 203.0.113.9, 10.0.0.3, 10.0.0.2', 2, '203.0.113.9'],
    // Not by way of the proxies.
    ['203.0.113.9', 2, '203.0.113.9'],
  ])('of %s behind %i proxies of ours is %s', (header, trusted, address) => {
    expect(addressOf(header, trusted)).toBe(address);
  });

  it('is nobody’s to invent where no proxy is trusted, which is so until somebody says otherwise', () => {
    const addresses = [1, 2, 3].map((last) => addressOf(`203.0.113.${last}, 10.0.0.2`));
    expect(new Set(addresses)).toEqual(new Set(['10.0.0.2']));
  });
});
