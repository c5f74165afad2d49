import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  type ClaimedDelivery,
  type DeliveryOutcome,
  recordDeliveryOutcomes,
} from '@/db/queries/deliveries';
import { log } from '@/kernel/log';
import { unnamed } from '@/kernel/unnamed';
import type { SendOutcome } from './mail-transport';
import { maxAttempts, retryDelaySeconds, retryHours } from './rules';
import { type DispatchCounts, notePause, type Run, waitForTurn, type Written } from './run';

/** A delivery of this run's, and what it is to send. */
export interface Prepared {
  delivery: ClaimedDelivery;
  mail: Written;
}

/**
 * Sends deliveries, a few at a time, and records what came of each. What cannot be sent before
 * `leasedUntil` is given back, since another run may take it over then.
 */
export async function attemptAll(
  run: Run,
  { prepared, leasedUntil }: { prepared: readonly Prepared[]; leasedUntil: number },
): Promise<void> {
  const queue = [...prepared];
  const record = startRecord(run);
  const work = async (_: unknown, worker: number) => {
    while (worker < run.width) {
      const next = queue.shift();
      if (!next) return;
      try {
        record.add({ ...next, outcome: await attempt(run, next, leasedUntil) });
      } catch (error) {
        // The database failed between two statements: the lease runs out, and another run takes over.
        log.error({ deliveryId: next.delivery.id, err: error }, 'a delivery was left to its lease');
      }
    }
  };
  await Promise.all(Array.from({ length: run.width }, work));
  await record.finish();
}

interface Ended {
  delivery: ClaimedDelivery;
  outcome: DeliveryOutcome;
}

/** Outcomes that go in one statement, when they come fast. */
const recordedTogether = 10;

/** Writes outcomes while the next mails are on their way, a few in one statement. */
function startRecord(run: Run) {
  let waiting: Ended[] = [];
  let writing: Promise<void> | null = null;
  const writeAllWaiting = async () => {
    while (waiting.length > 0) {
      const ended = waiting;
      waiting = [];
      const ids = ended.map(({ delivery }) => delivery.id);
      const outcomes = ended.map(({ delivery: { id, attempts }, outcome }) => ({
        id,
        attempt: attempts,
        outcome,
      }));
      try {
        await recordDeliveryOutcomes(db, { outcomes });
        for (const { outcome } of ended) run.counts[countOf(outcome)] += 1;
      } catch (error) {
        // As above: what was sent is sent again under the same key, which changes nothing.
        log.error({ deliveryIds: ids, err: error }, 'deliveries were left to their lease');
      }
    }
    writing = null;
  };
  return {
    add: (ended: Ended) => {
      waiting.push(ended);
      const { delivery, outcome } = ended;
      if (outcome.status === 'failed') {
        const { id, kind } = delivery;
        log.error({ deliveryId: id, kind, note: outcome.note }, 'a mail failed');
      }
      if (waiting.length >= recordedTogether) writing ??= writeAllWaiting();
    },
    finish: async () => {
      await writing;
      await writeAllWaiting();
    },
  };
}

function countOf({ status }: DeliveryOutcome): keyof DispatchCounts {
  return status === 'pending' ? 'retried' : status;
}

async function attempt(
  run: Run,
  { delivery, mail }: Prepared,
  leasedUntil: number,
): Promise<DeliveryOutcome> {
  const giveBack = ({ untried }: { untried: boolean }) =>
    ({
      status: 'deferred',
      nextAttemptAt: instantAt(run.resumesAt),
      // What nobody has seen may still be written anew, from what is true when its turn comes.
      forgets: untried && delivery.rendered === null,
    }) as const;
  if (!(await waitForTurn(run, { deadline: leasedUntil }))) return giveBack({ untried: true });
  let result = await send(run, delivery, mail);
  while (result.status === 'busy') {
    if (!(await waitForTurn(run, { deadline: leasedUntil }))) return giveBack({ untried: false });
    result = await send(run, delivery, mail);
  }
  return outcomeOf(result, delivery, run.clock());
}

/** Writes what claimed deliveries are to send. */
export async function prepareAll(
  run: Run,
  claimed: readonly ClaimedDelivery[],
): Promise<Prepared[]> {
  const written = claimed.length > 0 ? await writeAll(run, claimed) : [];
  return claimed.flatMap((delivery, place) => {
    const mail = written[place];
    return mail ? [{ delivery, mail }] : [];
  });
}

async function writeAll(run: Run, claimed: readonly ClaimedDelivery[]): Promise<Written[]> {
  try {
    return await run.write(claimed, { now: instantAt(run.clock()) });
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
    return await run.transport.send(mail, { now: instantAt(run.clock()) });
  } catch (error) {
    log.error({ key: mail.key, err: error }, 'a mail could not be handed over');
    return { status: 'retry', error: String(error).slice(0, 500), pauseSeconds: null };
  }
}

function outcomeOf(
  result: Exclude<AttemptResult, { status: 'busy' }>,
  { attempts, rendered }: ClaimedDelivery,
  now: number,
): DeliveryOutcome {
  if (result.status === 'sent') {
    return { status: 'sent', sentAt: instantAt(now), note: result.note && unnamed(result.note) };
  }
  if (result.status === 'skipped') return result;
  // Servers repeat whom a mail is for, and the note outlives the account.
  const note = unnamed(result.error);
  if (result.status === 'permanent') return { status: 'failed', note };
  if (attempts >= maxAttempts) return { status: 'failed', note };
  const delaySeconds = retryDelaySeconds({
    attempt: attempts,
    random: Math.random(),
    retryAfterSeconds: result.pauseSeconds,
  });
  const nextAttemptAt = instantAt(now + delaySeconds * 1000);
  const lastRetryAt = rendered
    ? Temporal.Instant.from(rendered.frozenAt).add({ hours: retryHours })
    : null;
  if (lastRetryAt && Temporal.Instant.compare(nextAttemptAt, lastRetryAt) > 0) {
    return { status: 'failed', note: `no retry within ${retryHours} h; last: ${note}` };
  }
  return { status: 'pending', nextAttemptAt, note };
}

function instantAt(epochMilliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
}
