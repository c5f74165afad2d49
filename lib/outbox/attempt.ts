import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  type ClaimedDelivery,
  type DeliveryOutcome,
  recordDeliveryOutcome,
  releaseDelivery,
} from '@/db/queries/deliveries';
import { log } from '@/kernel/log';
import type { SendOutcome } from './mail-transport';
import { maxAttempts, retryDelaySeconds, retryHours } from './rules';
import { type DispatchCounts, notePause, type Run, waitForTurn, type Written } from './run';

/**
 * Writes the claimed deliveries and sends them, a few at a time, and records what came of each. What
 * cannot be sent before `leasedUntil` is given back, since another run may take it over then.
 */
export async function attemptAll(
  run: Run,
  { claimed, leasedUntil }: { claimed: readonly ClaimedDelivery[]; leasedUntil: Temporal.Instant },
): Promise<void> {
  const written = await writeAll(run, claimed);
  const queue = claimed.flatMap((delivery, place) => {
    const mail = written[place];
    return mail ? [{ delivery, mail }] : [];
  });
  const work = async (_: unknown, worker: number) => {
    while (worker < run.width) {
      const next = queue.shift();
      if (!next) return;
      try {
        run.counts[await attempt(run, next, leasedUntil)] += 1;
      } catch (error) {
        // The database failed between two statements: the lease runs out, and another run takes over.
        log.error({ deliveryId: next.delivery.id, err: error }, 'a delivery was left to its lease');
      }
    }
  };
  await Promise.all(Array.from({ length: run.width }, work));
}

async function attempt(
  run: Run,
  { delivery, mail }: { delivery: ClaimedDelivery; mail: Written },
  leasedUntil: Temporal.Instant,
): Promise<keyof DispatchCounts> {
  const claim = { id: delivery.id, attempt: delivery.attempts };
  const giveBack = async ({ untried }: { untried: boolean }) => {
    // What nobody has seen may still be written anew, from what is true when its turn comes.
    const forgets = untried && delivery.rendered === null;
    await releaseDelivery(db, { ...claim, nextAttemptAt: run.resumesAt, forgets });
    return 'deferred' as const;
  };
  if (!(await waitForTurn(run, { deadline: leasedUntil }))) return giveBack({ untried: true });
  let result = await send(run, delivery, mail);
  while (result.status === 'busy') {
    if (!(await waitForTurn(run, { deadline: leasedUntil }))) return giveBack({ untried: false });
    result = await send(run, delivery, mail);
  }
  const outcome = outcomeOf(result, delivery, run.clock());
  await recordDeliveryOutcome(db, { ...claim, outcome });
  if (outcome.status === 'failed') {
    const { id, kind } = delivery;
    log.error({ deliveryId: id, kind, note: outcome.note }, 'a mail failed');
  }
  return outcome.status === 'pending' ? 'retried' : outcome.status;
}

async function writeAll(run: Run, claimed: readonly ClaimedDelivery[]): Promise<Written[]> {
  try {
    return await run.write(claimed, { now: run.clock() });
  } catch (error) {
    log.error({ deliveryIds: claimed.map(({ id }) => id), err: error }, 'mails could not be made');
    const failure = String(error).slice(0, 500);
    return claimed.map(() => ({ status: 'retry', error: failure, pauseSeconds: null }));
  }
}

type AttemptResult = SendOutcome | { status: 'skipped'; note: string };

async function send(run: Run, delivery: ClaimedDelivery, written: Written): Promise<AttemptResult> {
  if (written.status !== 'ready') return written;
  const mail = { ...written.mail, to: delivery.recipientEmail, key: written.key };
  const outcome = await handOver(run, mail);
  await notePause(run, outcome);
  return outcome;
}

async function handOver(
  run: Run,
  mail: Parameters<Run['transport']['send']>[0],
): Promise<SendOutcome> {
  try {
    return await run.transport.send(mail, { now: run.clock() });
  } catch (error) {
    log.error({ key: mail.key, err: error }, 'a mail could not be handed over');
    return { status: 'retry', error: String(error).slice(0, 500), pauseSeconds: null };
  }
}

function outcomeOf(
  result: Exclude<AttemptResult, { status: 'busy' }>,
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
    retryAfterSeconds: result.pauseSeconds,
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
