import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { ledgerAccounts } from '@/db/schema/ledger';
import { paymentEvents, topUps } from '@/db/schema/top-ups';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { makeUser, monday, publicOrganizationId } from '@/testing/people';
import { signedEvent, startStripe, type StripeBehaviour } from '@/testing/stripe';
import { receivePaymentEvent, startTopUp } from './service';

let stripe: Awaited<ReturnType<typeof startStripe>>;
beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());
beforeEach(() => {
  stripe.behave('open a page');
  stripe.requests.length = 0;
});
afterEach(expectLedgerAddsUp);

/** What every new user of the public organization starts with. */
const welcome = 100;

async function start({ credits = 50, selling = stripe.selling } = {}) {
  const { id: userId, email } = await makeUser();
  const started = await startTopUp({
    userId,
    email,
    credits,
    title: `${credits} Baobab credits`,
    locale: 'fr',
    returnTo: (result, id) => `http://baobab.test/credits?top_up=${result}&id=${id}`,
    now: monday,
    selling,
  });
  const [topUp] = await db.select().from(topUps).where(eq(topUps.userId, userId));
  return { userId, started, topUp };
}

/** A top-up of 50 credits for 5 €, whose payer is on Stripe's page. */
async function opened() {
  const { userId, topUp } = await start();
  if (!topUp?.sessionId) throw new Error('no page was opened');
  return { userId, id: topUp.id, sessionId: topUp.sessionId };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** A page of Stripe's as an event shows it: paid in full unless said otherwise. */
const page = ({ id, sessionId }: Opened, change: object = {}) => ({
  id: sessionId,
  object: 'checkout.session',
  mode: 'payment',
  payment_status: 'paid',
  amount_total: 500,
  currency: 'eur',
  payment_intent: `pi_${id}`,
  client_reference_id: id,
  metadata: { top_up_id: id },
  ...change,
});

const types = {
  completed: 'checkout.session.completed',
  succeeded: 'checkout.session.async_payment_succeeded',
  failed: 'checkout.session.async_payment_failed',
  expired: 'checkout.session.expired',
} as const;

interface Sent {
  type: string;
  object: object;
  id?: string;
}

/** Sends an event. @returns what it led to, or why it was turned away */
async function send(event: Sent, { now = monday }: { now?: Temporal.Instant } = {}) {
  return sendSigned(signedEvent(event, { at: now }), now);
}

async function sendSigned(signed: { body: string; signature: string }, now = monday) {
  const received = await receivePaymentEvent({ ...signed, now, selling: stripe.selling });
  return received.ok ? received.value.outcome : received.reason;
}

const tell = (topUp: Opened, kind: keyof typeof types, change?: object) =>
  send({ type: types[kind], object: page(topUp, change) });

async function balanceOf(userId: string) {
  const [account] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(eq(ledgerAccounts.userId, userId));
  return account?.balance ?? null;
}

async function read(id: string) {
  const [topUp] = await db.select().from(topUps).where(eq(topUps.id, id));
  return topUp;
}

const eventsOf = (id: string) => db.$count(paymentEvents, eq(paymentEvents.topUpId, id));

describe('startTopUp', () => {
  it('leads to a page for the pack, at our price', async () => {
    const { started, topUp, userId } = await start({ credits: 120 });
    expect(started).toEqual({
      ok: true,
      value: { url: expect.stringMatching('^https://checkout.stripe.com/c/pay/cs_test_') },
    });
    expect(topUp).toMatchObject({
      userId,
      credits: 120,
      amount: 1000,
      currency: 'eur',
      status: 'open',
      sessionId: expect.stringMatching('^cs_test_'),
    });
    expect(await balanceOf(userId)).toBeNull();
  });

  it('asks as Stripe documents it, with the row as the key', async () => {
    const { topUp } = await start();
    const id = topUp?.id ?? '';
    expect(stripe.requests).toEqual([
      {
        method: 'POST',
        path: '/v1/checkout/sessions',
        authorization: 'Bearer sk_test_1',
        idempotencyKey: id,
        body: {
          mode: 'payment',
          'line_items[0][quantity]': '1',
          'line_items[0][price_data][currency]': 'eur',
          'line_items[0][price_data][unit_amount]': '500',
          'line_items[0][price_data][product_data][name]': '50 Baobab credits',
          'adaptive_pricing[enabled]': 'false',
          client_reference_id: id,
          'metadata[top_up_id]': id,
          'payment_intent_data[description]': '50 Baobab credits',
          'payment_intent_data[metadata][top_up_id]': id,
          customer_email: expect.stringContaining('@example.test'),
          locale: 'fr',
          success_url: `http://baobab.test/credits?top_up=done&id=${id}`,
          cancel_url: `http://baobab.test/credits?top_up=cancelled&id=${id}`,
        },
      },
    ]);
  });

  it('opens one page when the first answer never came', async () => {
    stripe.behave('hang up once');
    const { started, topUp } = await start();
    expect(started.ok).toBe(true);
    expect(stripe.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      topUp?.id,
      topUp?.id,
    ]);
  });

  it.each([{ credits: 51 }, { credits: 500 }])('sells no $credits credits', async (pack) => {
    const { started, topUp } = await start(pack);
    expect(started).toEqual({ ok: false, reason: 'not_offered' });
    expect(topUp).toBeUndefined();
    expect(stripe.requests).toEqual([]);
  });

  it('sells nothing without a key', async () => {
    const { id: userId, email } = await makeUser();
    const wanted = { userId, email, credits: 50, title: '', locale: 'en' as const, now: monday };
    // As this process is set up.
    const started = await startTopUp({ ...wanted, returnTo: () => '' });
    expect(started).toEqual({ ok: false, reason: 'not_offered' });
    expect(await db.$count(topUps, eq(topUps.userId, userId))).toBe(0);
  });

  const refusal = { error: { type: 'invalid_request_error', message: 'As the test wants it.' } };
  it.each<[string, StripeBehaviour]>([
    ['a server error', { status: 500, body: { error: { type: 'api_error' } } }],
    ['a bad gateway', { status: 502, body: '<html>' }],
    ['a wrong key', { status: 401, body: refusal }],
    ['a price that it does not take', { status: 400, body: refusal }],
    ['too many requests', { status: 429, body: refusal }],
    ['what is no JSON', { status: 200, body: '{"id":' }],
    ['JSON of another shape', { status: 200, body: { object: 'list' } }],
    ['a page that is a script', { status: 200, body: { id: 'cs_1', url: 'javascript:alert(1)' } }],
    ['a page that is gone', { status: 200, body: { id: 'cs_1', url: null } }],
    ['a connection that is reset', 'hang up'],
    ['silence', 'say nothing'],
    ['silence halfway', 'stop halfway'],
  ])('copes with %s', async (_, behaviour) => {
    stripe.behave(behaviour);
    const { started, topUp, userId } = await start();
    expect(started).toEqual({ ok: false, reason: 'no_payment_page' });
    expect(topUp).toMatchObject({ status: 'failed', sessionId: null });
    expect(await balanceOf(userId)).toBeNull();
  });
});

describe('a payment', () => {
  it('brings the credits, out of what was paid through Stripe', async () => {
    const topUp = await opened();
    const before = await clearing();
    expect(await tell(topUp, 'completed')).toBe('credited');
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
    expect(await clearing()).toBe(before - 50);
    expect(await read(topUp.id)).toMatchObject({
      status: 'paid',
      paidAt: monday,
      paymentId: `pi_${topUp.id}`,
    });
  });

  it('counts whoever it is told to, however long it took', async () => {
    const topUp = await opened();
    const now = monday.add({ hours: 24 * 60 });
    const event = { type: types.completed, object: page(topUp) };
    expect(await send(event, { now })).toBe('credited');
  });

  it('brings nothing until it is there', async () => {
    const topUp = await opened();
    expect(await tell(topUp, 'completed', { payment_status: 'unpaid' })).toBe('pending');
    expect(await balanceOf(topUp.userId)).toBeNull();
    expect(await read(topUp.id)).toMatchObject({ status: 'pending' });
    expect(await tell(topUp, 'succeeded')).toBe('credited');
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
  });

  it('that never comes brings nothing', async () => {
    const topUp = await opened();
    await tell(topUp, 'completed', { payment_status: 'unpaid' });
    expect(await tell(topUp, 'failed', { payment_status: 'unpaid' })).toBe('failed');
    expect(await balanceOf(topUp.userId)).toBeNull();
    expect(await read(topUp.id)).toMatchObject({ status: 'failed' });
  });

  it('is known by its row when the answer with the page was lost', async () => {
    stripe.behave('say nothing');
    const { userId, topUp } = await start();
    const lost = { userId, id: topUp?.id ?? '', sessionId: 'cs_lost' };
    expect(await tell(lost, 'completed')).toBe('credited');
    expect(await read(lost.id)).toMatchObject({ status: 'paid', sessionId: 'cs_lost' });
  });
});

describe('events', () => {
  it('that come twice count once', async () => {
    const topUp = await opened();
    const event = { id: `evt_twice_${topUp.id}`, type: types.completed, object: page(topUp) };
    expect(await send(event)).toBe('credited');
    expect(await send(event)).toBe('repeated');
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
    expect(await eventsOf(topUp.id)).toBe(1);
  });

  it('that come ten times at once count once', async () => {
    const topUp = await opened();
    const event = { id: `evt_ten_${topUp.id}`, type: types.completed, object: page(topUp) };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send(event)));
    expect(outcomes.toSorted()).toEqual(['credited', ...Array(9).fill('repeated')]);
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
    expect(await eventsOf(topUp.id)).toBe(1);
  });

  it('of several kinds at once about one payment credit it once', async () => {
    const topUp = await opened();
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => tell(topUp, 'completed')),
      ...Array.from({ length: 4 }, () => tell(topUp, 'succeeded')),
      tell(topUp, 'expired'),
      tell(topUp, 'failed'),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'credited')).toHaveLength(1);
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
    expect(await read(topUp.id)).toMatchObject({ status: 'paid' });
  });

  it('of many payments of one user at once all count', async () => {
    const { userId, id, sessionId } = await opened();
    const others = Array.from({ length: 7 }, (_, number) => ({
      id: uuidv7(),
      userId,
      credits: 50,
      amount: 500,
      currency: 'eur',
      sessionId: `${sessionId}_${number}`,
      createdAt: monday,
    }));
    await db.insert(topUps).values(others);
    const all = [{ userId, id, sessionId }, ...others];
    const outcomes = await Promise.all(all.map((topUp) => tell(topUp, 'completed')));
    expect(outcomes).toEqual(Array(8).fill('credited'));
    expect(await balanceOf(userId)).toBe(welcome + 8 * 50);
  });

  const unpaid = { payment_status: 'unpaid' };
  it.each<[string, [keyof typeof types, object?][], string]>([
    ['expired, completed', [['expired', unpaid], ['completed']], 'paid'],
    ['completed, expired', [['completed'], ['expired']], 'paid'],
    ['success, completed unpaid', [['succeeded'], ['completed', unpaid]], 'paid'],
    ['failure, success', [['failed', unpaid], ['succeeded']], 'paid'],
    ['success, failure', [['succeeded'], ['failed', unpaid]], 'paid'],
    [
      'failure, completed unpaid',
      [
        ['failed', unpaid],
        ['completed', unpaid],
      ],
      'failed',
    ],
    [
      'expired, completed unpaid',
      [
        ['expired', unpaid],
        ['completed', unpaid],
      ],
      'pending',
    ],
    [
      'completed unpaid, expired',
      [
        ['completed', unpaid],
        ['expired', unpaid],
      ],
      'pending',
    ],
    ['expired', [['expired', unpaid]], 'expired'],
  ])('in any order: %s', async (_, told, status) => {
    const topUp = await opened();
    for (const [kind, change] of told) await tell(topUp, kind, change);
    expect(await read(topUp.id)).toMatchObject({ status });
    expect(await balanceOf(topUp.userId)).toBe(status === 'paid' ? welcome + 50 : null);
  });

  it.each([
    ['a lower amount', { amount_total: 1 }],
    ['another currency', { currency: 'xof' }],
    ['nothing', { amount_total: 0, payment_status: 'no_payment_required' }],
    ['another page', { id: 'cs_somebody_elses' }],
  ])('of %s give nothing', async (_, change) => {
    const topUp = await opened();
    expect(await tell(topUp, 'completed', change)).toBe('mismatch');
    expect(await balanceOf(topUp.userId)).toBeNull();
    expect(await read(topUp.id)).toMatchObject({ status: 'open' });
  });

  it('about what is not ours are passed over', async () => {
    const topUp = await opened();
    const foreign = { ...topUp, id: uuidv7() };
    expect(await tell(foreign, 'completed')).toBe('unknown');
    // Whoever opens a payment link of the same account may give it any reference.
    expect(await tell(topUp, 'completed', { metadata: {} })).toBe('unknown');
    expect(await tell(topUp, 'completed', { metadata: { top_up_id: 'x' } })).toBe('unknown');
    expect(await tell(topUp, 'completed', { mode: 'subscription' })).toBe('unknown');
    expect(await send({ type: 'customer.created', object: {} })).toBe('unknown');
    expect(await balanceOf(topUp.userId)).toBeNull();
    expect(await eventsOf(topUp.id)).toBe(0);
  });
});

describe('an event is turned away', () => {
  const completed = (topUp: Opened) => ({ type: types.completed, object: page(topUp) });

  it('with the signature of somebody else', async () => {
    const topUp = await opened();
    const forged = signedEvent(completed(topUp), { at: monday, secret: 'whsec_guessed' });
    expect(await sendSigned(forged)).toBe('not_signed');
    expect(await balanceOf(topUp.userId)).toBeNull();
  });

  it('without a signature', async () => {
    const topUp = await opened();
    const { body } = signedEvent(completed(topUp), { at: monday });
    expect(await sendSigned({ body, signature: '' })).toBe('not_signed');
  });

  it('when a byte of it was changed', async () => {
    const topUp = await opened();
    const { body, signature } = signedEvent(completed(topUp), { at: monday });
    expect(await sendSigned({ body: body.replace('500', '501'), signature })).toBe('not_signed');
  });

  it('when it was signed more than five minutes ago', async () => {
    const topUp = await opened();
    const signed = signedEvent(completed(topUp), { at: monday });
    expect(await sendSigned(signed, monday.add({ seconds: 301 }))).toBe('not_signed');
    expect(await sendSigned(signed, monday.add({ seconds: 299 }))).toBe('credited');
  });

  it.each([
    ['has no object', { type: types.completed, object: { id: 1 } }],
    ['is a refund of nothing', { type: 'charge.refunded', object: {} }],
  ])('that %s', async (_, event) => {
    expect(await send(event)).toBe('malformed');
  });

  it('while nothing is sold', async () => {
    const topUp = await opened();
    const signed = signedEvent(completed(topUp), { at: monday });
    // As this process is set up.
    const received = await receivePaymentEvent({ ...signed, now: monday });
    expect(received).toEqual({ ok: false, reason: 'not_configured' });
  });
});

const refund = ({ id }: Opened, amount: number, metadata: object = { top_up_id: id }) => ({
  type: 'charge.refunded',
  object: { payment_intent: `pi_${id}`, amount_refunded: amount, currency: 'eur', metadata },
});
const dispute = ({ id }: Opened, status: string) => ({
  payment_intent: `pi_${id}`,
  amount: 500,
  currency: 'eur',
  status,
});

describe('money that goes back', () => {
  it('is noted, and takes no credits that may have been spent', async () => {
    const topUp = await opened();
    await tell(topUp, 'completed');
    expect(await send(refund(topUp, 500))).toBe('returned');
    // An earlier, partial one that comes later.
    expect(await send(refund(topUp, 200, {}))).toBe('returned');
    expect(await read(topUp.id)).toMatchObject({ status: 'paid', refundedAmount: 500 });
    expect(await balanceOf(topUp.userId)).toBe(welcome + 50);
  });

  it('is noted when the payer complains at their bank', async () => {
    const topUp = await opened();
    await tell(topUp, 'completed');
    const created = dispute(topUp, 'needs_response');
    expect(await send({ type: 'charge.dispute.created', object: created })).toBe('returned');
    const closed = { type: 'charge.dispute.closed', object: dispute(topUp, 'lost') };
    expect(await send(closed, { now: monday.add({ hours: 1 }) })).toBe('returned');
    expect(await read(topUp.id)).toMatchObject({ disputedAt: monday, refundedAmount: 0 });
    expect(await eventsOf(topUp.id)).toBe(3);
  });

  it('of something else is none of our business', async () => {
    const topUp = await opened();
    await tell(topUp, 'completed');
    const foreign = { ...topUp, id: uuidv7() };
    expect(await send(refund(foreign, 500))).toBe('unknown');
    expect(await read(topUp.id)).toMatchObject({ refundedAmount: 0 });
  });
});

/** What the public organization was paid for, below zero. */
async function clearing(): Promise<number> {
  const [account] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(
      sql`${ledgerAccounts.kind} = 'clearing' and ${ledgerAccounts.organizationId} = ${publicOrganizationId}`,
    );
  return account?.balance ?? 0;
}
