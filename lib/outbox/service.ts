import { Temporal } from 'temporal-polyfill';
import { db, type Executor } from '@/db/client';
import {
  claimDueDeliveries,
  type ClaimedDelivery,
  type DeliveryOutcome,
  failExhaustedDeliveries,
  insertDeliveries,
  recordDeliveryOutcome,
  releaseDelivery,
} from '@/db/queries/deliveries';
import { insertMailboxMessage } from '@/db/queries/mailbox';
import { configuredTransport, type MailTransport, type SendOutcome } from '@/lib/email/transport';
import { log } from '@/lib/log';
import { composeDelivery } from './compose';
import { maxAttempts, retryDelaySeconds, retryHours } from './rules';
import type { DeliveryKind } from './schema';

/** A mail to be sent. What it says is decided when it is sent, from the booking as it is then. */
export type NewDelivery = {
  kind: DeliveryKind;
  /** Null for an address that is no user's yet. */
  recipientId: string | null;
  recipientEmail: string;
  locale: 'en' | 'fr';
  bookingId?: string | null;
  /** Path that a sign-in link leads on to. */
  nextPath?: string | null;
  now: Temporal.Instant;
};

/**
 * Writes mails into the outbox, in the transaction of what they tell of: both happen or neither.
 * @returns the deliveries' ids, in order, for `dispatchDeliveries` once the transaction has committed
 */
export async function enqueueDeliveries(
  tx: Executor,
  list: readonly NewDelivery[],
): Promise<string[]> {
  return insertDeliveries(
    tx,
    list.map(({ now, bookingId = null, nextPath = null, ...delivery }) => ({
      ...delivery,
      bookingId,
      nextPath,
      nextAttemptAt: now,
      createdAt: now,
    })),
  );
}

/** Mails that are on their way at once: a provider takes a few a second. */
const concurrency = 5;
/** Mails that one claim takes. Sent five at a time, each within ten seconds, they fit in the lease. */
const batchSize = 25;
/** Seconds after which a run that claimed a mail counts as dead. */
const leaseSeconds = 120;
/** Seconds that a run stops for when the provider says "too many" but not for how long. */
const rateLimitSeconds = 5;

/** What a run did. `deferred`: claimed, but not tried since the provider asked to slow down. */
export type DispatchCounts = Record<'sent' | 'retried' | 'failed' | 'skipped' | 'deferred', number>;

const keepInMailbox: MailTransport = async ({ key, to, subject, html, text }, { now }) => {
  await insertMailboxMessage(db, { key, recipientEmail: to, subject, html, text, createdAt: now });
  return { status: 'sent', note: null };
};

/**
 * Sends what is due: all of it up to `limit`, or of `ids` what is due and not being sent already. Any
 * number of calls may overlap, in any number of processes; each delivery is one call's at a time.
 * Never throws for a mail that cannot be sent; the outcome is on its row.
 */
export async function dispatchDeliveries({
  now,
  ids = null,
  limit = 500,
  transport = configuredTransport({ mailbox: keepInMailbox }),
}: {
  now: Temporal.Instant;
  ids?: readonly string[] | null;
  limit?: number;
  transport?: MailTransport;
}): Promise<DispatchCounts> {
  const run = startRun(now, transport);
  if (ids?.length === 0) return run.counts;
  run.counts.failed += await failExhaustedDeliveries(db, {
    now,
    maxAttempts,
    note: 'every attempt ended without an outcome',
  });
  for (let left = limit; left > 0 && run.resumesAt === null;) {
    const at = run.clock();
    const claimed = await claimDueDeliveries(db, {
      now: at,
      leasedUntil: at.add({ seconds: leaseSeconds }),
      ids,
      maxAttempts,
      limit: Math.min(batchSize, left),
    });
    if (claimed.length === 0) break;
    await attemptAll(run, claimed);
    left -= claimed.length;
  }
  return run.counts;
}

/**
 * What an action does once it has answered: sends what it has just enqueued, and a few mails that an
 * earlier attempt left behind.
 */
export async function dispatchEnqueued({
  now,
  ids,
}: {
  now: Temporal.Instant;
  ids: readonly string[];
}): Promise<void> {
  await dispatchDeliveries({ now, ids });
  await dispatchDeliveries({ now, limit: 10 });
}

/** One call of `dispatchDeliveries`. */
type Run = {
  counts: DispatchCounts;
  transport: MailTransport;
  /** The `now` that the call was given, moved on by what it has taken since. */
  clock: () => Temporal.Instant;
  /** When the provider wants to be asked again; null while it takes mails. */
  resumesAt: Temporal.Instant | null;
};

function startRun(now: Temporal.Instant, transport: MailTransport): Run {
  const startedMs = performance.now();
  return {
    counts: { sent: 0, retried: 0, failed: 0, skipped: 0, deferred: 0 },
    transport,
    clock: () => now.add({ milliseconds: Math.round(performance.now() - startedMs) }),
    resumesAt: null,
  };
}

async function attemptAll(run: Run, claimed: readonly ClaimedDelivery[]): Promise<void> {
  const queue = [...claimed];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        run.counts[await attempt(run, next)] += 1;
      } catch (error) {
        // The database failed between two statements: the lease runs out, and another run takes over.
        log.error({ deliveryId: next.id, err: error }, 'a delivery was left to its lease');
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

async function attempt(run: Run, delivery: ClaimedDelivery): Promise<keyof DispatchCounts> {
  const claim = { id: delivery.id, attempt: delivery.attempts };
  if (run.resumesAt !== null) {
    await releaseDelivery(db, { ...claim, nextAttemptAt: run.resumesAt });
    return 'deferred';
  }
  const result = await composeAndSend(run, delivery);
  if (result.status === 'retry' && result.isRateLimit) {
    run.resumesAt = run.clock().add({ seconds: result.retryAfterSeconds ?? rateLimitSeconds });
  }
  const outcome = outcomeOf(result, delivery, run.clock());
  await recordDeliveryOutcome(db, { ...claim, outcome });
  if (outcome.status === 'failed') {
    log.error(
      { deliveryId: delivery.id, kind: delivery.kind, note: outcome.note },
      'a mail failed',
    );
  }
  return outcome.status === 'pending' ? 'retried' : outcome.status;
}

type AttemptResult = SendOutcome | { status: 'skipped'; note: string };

async function composeAndSend(run: Run, delivery: ClaimedDelivery): Promise<AttemptResult> {
  try {
    const now = run.clock();
    const composed = await composeDelivery(delivery, { now });
    if (composed.status !== 'ready') return composed;
    return await run.transport(
      { ...composed.mail, to: delivery.recipientEmail, key: composed.key },
      { now },
    );
  } catch (error) {
    // One mail that cannot be written must not keep the others from being sent.
    log.error({ deliveryId: delivery.id, err: error }, 'a mail could not be made or handed over');
    const text = String(error).slice(0, 500);
    return { status: 'retry', error: text, retryAfterSeconds: null, isRateLimit: false };
  }
}

function outcomeOf(
  result: AttemptResult,
  { attempts, rendered }: ClaimedDelivery,
  now: Temporal.Instant,
): DeliveryOutcome {
  if (result.status === 'sent') return { status: 'sent', sentAt: now, note: result.note };
  if (result.status === 'skipped') return result;
  if (result.status === 'permanent') return { status: 'failed', note: result.error };
  if (attempts >= maxAttempts) return { status: 'failed', note: result.error };
  const delaySeconds = retryDelaySeconds({
    attempt: attempts,
    random: Math.random(),
    retryAfterSeconds: result.retryAfterSeconds,
  });
  const nextAttemptAt = now.add({ seconds: delaySeconds });
  const lastRetryAt = rendered
    ? Temporal.Instant.from(rendered.frozenAt).add({ hours: retryHours })
    : null;
  if (lastRetryAt && Temporal.Instant.compare(nextAttemptAt, lastRetryAt) > 0) {
    return { status: 'failed', note: `no retry within ${retryHours} h; last: ${result.error}` };
  }
  return { status: 'pending', nextAttemptAt, note: result.error };
}
