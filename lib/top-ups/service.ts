import type { Temporal } from 'temporal-polyfill';
import type { PaymentOutcome } from '@/domain/credits';
import { db, type Transaction } from '@/db/client';
import {
  changeTopUp,
  getSellingOrganization,
  insertPaymentEvent,
  insertTopUp,
  lockTopUp,
  noteReturn,
  setCheckoutSession,
} from '@/db/queries/top-ups';
import { inTransaction } from '@/db/transaction';
import { type Env, env } from '@/kernel/env';
import { topUpCredits } from '@/lib/ledger/service';
import { log } from '@/kernel/log';
import { ok, refused, type Result } from '@/kernel/result';
import { openCheckout } from './gateway/checkout';
import { readEvent } from './gateway/events';
import { outcomeOf } from './rules';
import type { CheckoutNews, ReturnNews, TopUpRefusal } from './schema';

/** How credits are sold; null where they are not. `answerWithinMs` is for tests of silence. */
type Selling = (NonNullable<Env['topUps']> & { answerWithinMs?: number }) | null;

/**
 * Opens a payment page for one of the packs, whose price is ours to say. Stripe is asked outside any
 * transaction, after the row is there: whatever becomes of its answer, its events find the row.
 * @returns the page's address
 */
export async function startTopUp({
  userId,
  email,
  credits,
  title,
  locale,
  returnTo,
  now,
  selling = env.topUps,
}: {
  userId: string;
  email: string;
  /** Which of the packs. */
  credits: number;
  /** What the payment page says is bought. */
  title: string;
  locale: 'en' | 'fr';
  /** Where the payer comes back to, with the query that says how it went. */
  returnTo: (result: 'done' | 'cancelled', topUpId: string) => string;
  now: Temporal.Instant;
  selling?: Selling;
}): Promise<Result<{ url: string }, TopUpRefusal>> {
  const pack = selling?.packs.find((offered) => offered.credits === credits);
  if (!selling || !pack) return refused('not_offered');
  const price = { amount: pack.amount, currency: selling.currency };
  const id = await insertTopUp(db, { userId, credits, ...price, createdAt: now });
  const opened = await openCheckout(selling, {
    ...price,
    id,
    title,
    email,
    locale,
    successUrl: returnTo('done', id),
    cancelUrl: returnTo('cancelled', id),
  });
  if (!opened.ok) {
    const { reason: failure, detail } = opened;
    log.error({ topUpId: id, failure, detail }, 'Stripe opened no payment page');
    await changeTopUp(db, { id, from: 'open', status: 'failed' });
    return refused('no_payment_page');
  }
  const { sessionId, url } = opened.value;
  await setCheckoutSession(db, { id, sessionId });
  return ok({ url });
}

/**
 * Takes in what Stripe tells of payments: the one way in which credits that were paid for come to be.
 * An event may come any number of times, at once and in any order; a top-up is credited once.
 * @returns what it led to; `unknown` for what is not about a top-up of ours, `repeated` for an event
 *   that came before
 */
export async function receivePaymentEvent({
  body,
  signature,
  now,
  selling = env.topUps,
}: {
  /** As it came, to the byte. */
  body: string;
  signature: string;
  now: Temporal.Instant;
  selling?: Selling;
}): Promise<
  Result<
    { outcome: PaymentOutcome | 'unknown' | 'repeated' },
    'not_configured' | 'not_signed' | 'malformed'
  >
> {
  if (!selling) return refused('not_configured');
  const { webhookSecret } = selling;
  const read = await readEvent(
    { body, signature },
    { webhookSecret, nowMs: now.epochMilliseconds },
  );
  if (!read.ok) {
    log.warn({ reason: read.reason }, 'an event that is said to be of Stripe was turned away');
    return read;
  }
  const { id, type, news } = read.value;
  if (news === null) return ok({ outcome: 'unknown' });
  const outcome = await inTransaction((tx) => takeIn(tx, { event: { id, type }, news, now }));
  report({ eventId: id, type, outcome, ...news });
  return ok({ outcome });
}

type TopUp = NonNullable<Awaited<ReturnType<typeof lockTopUp>>>;

async function takeIn(
  tx: Transaction,
  {
    event,
    news,
    now,
  }: {
    event: { id: string; type: string };
    news: CheckoutNews | ReturnNews;
    now: Temporal.Instant;
  },
): Promise<PaymentOutcome | 'unknown' | 'repeated'> {
  const topUp = await lockTopUp(tx, news);
  if (!topUp) return 'unknown';
  const outcome = 'sessionId' in news ? outcomeOf(topUp, news) : 'returned';
  const isNew = await insertPaymentEvent(tx, {
    ...event,
    topUpId: topUp.id,
    outcome,
    receivedAt: now,
  });
  if (!isNew) return 'repeated';
  if ('sessionId' in news) await follow(tx, { topUp, news, outcome, now });
  else await noteGoingBack(tx, { topUp, news, now });
  return outcome;
}

async function follow(
  tx: Transaction,
  {
    topUp,
    news,
    outcome,
    now,
  }: { topUp: TopUp; news: CheckoutNews; outcome: PaymentOutcome; now: Temporal.Instant },
): Promise<void> {
  const { id, userId, credits, status: from } = topUp;
  const { sessionId, paymentId } = news;
  const known = { id, from, sessionId, paymentId: paymentId ?? topUp.paymentId };
  let isChanged = true;
  if (outcome === 'credited') {
    const organizationId = await getSellingOrganization(tx);
    const transferId = await topUpCredits(tx, { organizationId, userId, credits, now });
    isChanged = await changeTopUp(tx, { ...known, status: 'paid', transferId, paidAt: now });
  } else if (outcome === 'pending' || outcome === 'failed' || outcome === 'expired') {
    isChanged = await changeTopUp(tx, { ...known, status: outcome });
  }
  // The row is locked, so nobody can have changed it; if somebody has, nothing of this may stand.
  if (!isChanged) throw new Error(`top-up ${id} is ${from} no more`);
}

/**
 * The money is with the payer again, or may soon be. The credits stay: they may be spent, and no balance
 * falls below zero. Whether they are asked back is for people to say, and so it is logged.
 */
async function noteGoingBack(
  tx: Transaction,
  { topUp, news, now }: { topUp: TopUp; news: ReturnNews; now: Temporal.Instant },
): Promise<void> {
  const isRefund = news.kind === 'refunded';
  await noteReturn(tx, {
    id: topUp.id,
    refundedAmount: isRefund ? news.amount : 0,
    disputedAt: isRefund ? null : now,
  });
}

function report({
  outcome,
  ...about
}: (CheckoutNews | ReturnNews) & {
  outcome: PaymentOutcome | 'unknown' | 'repeated';
  eventId: string;
  type: string;
}): void {
  if (outcome === 'mismatch') {
    log.error(about, 'what was paid is not what was agreed: no credits were given');
  } else if (outcome === 'returned') {
    log.warn(about, 'money of a top-up goes back, and its credits stay: look at it with the payer');
  } else {
    log.info({ ...about, outcome }, 'an event about a payment');
  }
}
