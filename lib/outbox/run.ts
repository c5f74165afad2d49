import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { extendMailPause, getMailPause } from '@/db/queries/mail-pauses';
import { longestSendSeconds, type MailTransport, type SendOutcome } from './mail-transport';
import type { RenderedMail } from './schema';

/** Mails that are on their way at once, until the other side says that it is too many. */
const mostAtOnce = 5;
/** Seconds that a run waits for the other side; for a longer pause it ends and leaves the rest. */
const longestWaitSeconds = 5;

/**
 * What a run did. `deferred`: claimed, but given back untried, since the provider asked to slow down
 * or the run's time was over.
 */
export type DispatchCounts = Record<'sent' | 'retried' | 'failed' | 'skipped' | 'deferred', number>;

/** What an attempt is to send and the key it goes out under, or why it is not to go out. */
export type Written =
  | { status: 'ready'; mail: RenderedMail; key: string }
  | { status: 'skipped'; note: string }
  | { status: 'permanent'; error: string }
  | { status: 'retry'; error: string; pauseSeconds: null };

/**
 * Writes what claimed deliveries say, in their order. One that cannot be written is an outcome of its
 * own and keeps none of the others back. What is to be sent again with the same bytes has been kept by
 * then (`FrozenMail`): the other side may have taken it before anything else is known of it.
 */
export type MailWriter = (
  claimed: readonly ClaimedDelivery[],
  options: { now: Temporal.Instant },
) => Promise<Written[]>;

/** One call of `dispatchDeliveries`. */
export interface Run {
  counts: DispatchCounts;
  write: MailWriter;
  transport: MailTransport;
  /** The `now` that the call was given, moved on by what it has taken since: epoch milliseconds. */
  clock: () => number;
  /** When the run must be over, likewise; null when nobody minds. */
  endsAt: number | null;
  /** When the other side wants to be asked again, likewise; in the past while it takes mails. */
  resumesAt: number;
  /** How many mails are sent at once: fewer after each "too many". */
  width: number;
  /** When it began, by its own `clock`. */
  startedAt: number;
}

export function startRun({
  now,
  endsAt,
  write,
  transport,
}: {
  now: Temporal.Instant;
  endsAt: Temporal.Instant | null;
  write: MailWriter;
  transport: MailTransport;
}): Run {
  const startedMs = performance.now();
  return {
    counts: { sent: 0, retried: 0, failed: 0, skipped: 0, deferred: 0 },
    write,
    transport,
    clock: () => now.epochMilliseconds + Math.round(performance.now() - startedMs),
    endsAt: endsAt?.epochMilliseconds ?? null,
    resumesAt: now.epochMilliseconds,
    width: mostAtOnce,
    startedAt: now.epochMilliseconds,
  };
}

/** Mails of a run's first claim, before it knows the pace at which the other side takes them. */
const firstClaim = 10;
/** Most mails that one claim takes. What a claim costs (five statements) is shared by all of them. */
const largestClaim = 50;
/** What a claim is to take: behind what is claimed, an urgent mail that comes now has to wait. */
const secondsOfClaim = 5;

/** How many mails the next claim is to take: as many as will have left in a few seconds. */
export function sizeOfClaim({ counts, clock, startedAt }: Run): number {
  const { sent, retried, failed, skipped } = counts;
  const done = sent + retried + failed + skipped;
  if (done === 0) return firstClaim;
  const aSecond = (done * 1000) / Math.max(clock() - startedAt, 1);
  return Math.min(largestClaim, Math.max(mostAtOnce, Math.ceil(aSecond * secondsOfClaim)));
}

/** Whether the other side has asked for a pause that no run waits for. */
export function isHeldUp({ resumesAt, clock }: Run): boolean {
  return resumesAt - clock() > longestWaitSeconds * 1000;
}

/**
 * Waits until the other side takes mails again, when that is soon enough for one more to be sent
 * before `deadline` (the end of a lease) and before the run is over.
 * @returns whether it is; if not, what was claimed is to be given back
 */
export async function waitForTurn(
  run: Run,
  { deadline }: { deadline: number | null },
): Promise<boolean> {
  for (;;) {
    const now = run.clock();
    const startsAt = Math.max(run.resumesAt, now);
    const waitMs = startsAt - now;
    if (isHeldUp(run)) return false;
    if (run.endsAt !== null && startsAt >= run.endsAt) return false;
    if (deadline !== null && startsAt + longestSendSeconds * 1000 >= deadline) return false;
    if (waitMs === 0) return true;
    await sleep(waitMs);
  }
}

/** Takes over what the other side has asked of any run, in whatever process. */
export async function heedPause(run: Run): Promise<void> {
  const resumesAt = await getMailPause(db, { transport: run.transport.name });
  if (resumesAt !== null) run.resumesAt = Math.max(run.resumesAt, resumesAt.epochMilliseconds);
}

/** Notes what an answer asks of this run and, when it turned a mail away, of all others. */
export async function notePause(run: Run, outcome: SendOutcome): Promise<void> {
  if (outcome.status === 'permanent' || outcome.pauseSeconds === null) return;
  const resumesAt = run.clock() + outcome.pauseSeconds * 1000;
  run.resumesAt = Math.max(run.resumesAt, resumesAt);
  if (outcome.status === 'sent') return;
  if (outcome.status === 'busy') run.width = Math.max(1, run.width - 1);
  await extendMailPause(db, {
    transport: run.transport.name,
    resumesAt: Temporal.Instant.fromEpochMilliseconds(resumesAt),
  });
}
