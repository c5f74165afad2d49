import { Temporal } from 'temporal-polyfill';
import type { MembershipWords } from '@/domain/invitations';
import type { DeliveryKind } from '@/domain/mails';
import { db, type Executor } from '@/db/client';
import {
  claimDueDeliveries,
  failExhaustedDeliveries,
  insertDeliveries,
} from '@/db/queries/deliveries';
import { insertMailboxMessage } from '@/db/queries/mailbox';
import type { MailTransport } from './mail-transport';
import { configuredTransport } from './transport';
import { attemptAll, type Prepared, prepareAll } from './attempt';
import { maxAttempts } from './rules';
import {
  type DispatchCounts,
  heedPause,
  isHeldUp,
  type MailWriter,
  type Run,
  sizeOfClaim,
  startRun,
  waitForTurn,
} from './run';

/** A mail to be sent. What it says is decided when it is sent, from the booking as it is then. */
export type NewDelivery = {
  kind: DeliveryKind;
  /** Null for an address that is no user's yet. */
  recipientId: string | null;
  recipientEmail: string;
  locale: 'en' | 'fr';
  /** The earliest first; none for a link to sign in, and several only of kinds that may. */
  bookingIds?: readonly string[];
  /** What a mentor wrote to everybody in a session. */
  messageId?: string;
  /** Of a mail about membership: the organization, and what it is of. */
  organizationId?: string;
  invitationId?: string;
  domainId?: string;
  membership?: MembershipWords;
  /** Which calendar elsewhere keeps failing. */
  calendarId?: string;
  /** Path that a sign-in link leads on to. */
  nextPath?: string | null;
  now: Temporal.Instant;
};

/**
 * Writes mails into the outbox, in the transaction of what they tell of: both happen or neither. They
 * are due at once, at exactly the `now` of what they tell of, by which whatever follows finds them.
 */
export async function enqueueDeliveries(tx: Executor, list: readonly NewDelivery[]): Promise<void> {
  await insertDeliveries(
    tx,
    list.map(
      ({
        now,
        bookingIds = [],
        messageId = null,
        organizationId = null,
        invitationId = null,
        domainId = null,
        membership = null,
        calendarId = null,
        nextPath = null,
        ...delivery
      }) => ({
        ...delivery,
        bookingIds,
        messageId,
        organizationId,
        invitationId,
        domainId,
        membership,
        calendarId,
        nextPath,
        nextAttemptAt: now,
        createdAt: now,
      }),
    ),
  );
}

/** Seconds after which a run that claimed a mail counts as dead. */
const leaseSeconds = 120;

const mailbox: MailTransport = {
  name: 'mailbox',
  send: async ({ to, ...mail }, { now }) => {
    const message = { ...mail, recipientEmail: to, createdAt: now };
    await insertMailboxMessage(db, message);
    return { status: 'sent', note: null, pauseSeconds: null };
  },
  close: () => {},
};

/**
 * Sends what is due, up to `limit`, and is not being sent already. Any number of calls may overlap, in
 * any number of processes; each delivery is one call's at a time. Never throws for a mail that cannot be
 * sent; the outcome is on its row.
 * @param dueAt only what is due at exactly this instant
 * @param endsAt no mail is begun after it; one that is under way may take `longestSendSeconds` more
 * @returns what became of how many, whether it stopped before all was done, and whether it did so for a
 * pause that the other side has asked for, before which no other run gets further
 */
export async function dispatchDeliveries({
  now,
  dueAt = null,
  limit = 500,
  endsAt = null,
  write,
  transport = configuredTransport({ mailbox }),
}: {
  now: Temporal.Instant;
  dueAt?: Temporal.Instant | null;
  limit?: number;
  endsAt?: Temporal.Instant | null;
  write: MailWriter;
  transport?: MailTransport;
}): Promise<DispatchCounts & { hasMore: boolean; isHeldUp: boolean }> {
  const run = startRun({ now, endsAt, write, transport });
  const note = 'every attempt ended without an outcome';
  run.counts.failed += await failExhaustedDeliveries(db, { now, maxAttempts, note });
  try {
    let left = limit;
    let batch = left > 0 ? await takeBatch(run, { dueAt, atMost: left }) : null;
    while (batch) {
      left -= batch.prepared.length;
      const isLast = batch.prepared.length < batch.atMost;
      // What comes next is claimed and written while this is being sent.
      const [sent, following]: [PromiseSettledResult<void>, PromiseSettledResult<Batch | null>] =
        await Promise.allSettled([
          attemptAll(run, batch),
          isLast || left <= 0 ? null : takeBatch(run, { dueAt, atMost: left }),
        ]);
      if (sent.status === 'rejected') throw sent.reason;
      if (following.status === 'rejected') throw following.reason;
      if (isLast) return reportOf(run, { hasMore: run.counts.deferred > 0 });
      batch = following.value;
    }
    return reportOf(run, { hasMore: true });
  } finally {
    transport.close();
  }
}

function reportOf(run: Run, { hasMore }: { hasMore: boolean }) {
  return { ...run.counts, hasMore, isHeldUp: isHeldUp(run) };
}

interface Batch {
  prepared: Prepared[];
  leasedUntil: number;
  /** How many there would be, if so many were due. */
  atMost: number;
}

/** Claims what is due and writes it; null when no mail is to be begun any more. */
async function takeBatch(
  run: Run,
  { dueAt, atMost }: { dueAt: Temporal.Instant | null; atMost: number },
): Promise<Batch | null> {
  await heedPause(run);
  if (!(await waitForTurn(run, { deadline: null }))) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(run.clock());
  const leasedUntil = now.add({ seconds: leaseSeconds });
  const limit = Math.min(sizeOfClaim(run), atMost);
  const claimed = await claimDueDeliveries(db, { now, leasedUntil, dueAt, maxAttempts, limit });
  const prepared = await prepareAll(run, claimed);
  return { prepared, leasedUntil: leasedUntil.epochMilliseconds, atMost: limit };
}
