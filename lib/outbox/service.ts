import type { Temporal } from 'temporal-polyfill';
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
import { attemptAll } from './attempt';
import { maxAttempts } from './rules';
import { type DispatchCounts, heedPause, type MailWriter, startRun, waitForTurn } from './run';

/** A mail to be sent. What it says is decided when it is sent, from the booking as it is then. */
export type NewDelivery = {
  kind: DeliveryKind;
  /** Null for an address that is no user's yet. */
  recipientId: string | null;
  recipientEmail: string;
  locale: 'en' | 'fr';
  /** The earliest first; none for a link to sign in, and several only of kinds that may. */
  bookingIds?: readonly string[];
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
    list.map(({ now, bookingIds = [], nextPath = null, ...delivery }) => ({
      ...delivery,
      bookingIds,
      nextPath,
      nextAttemptAt: now,
      createdAt: now,
    })),
  );
}

/** Mails that one claim takes: few enough for a slow provider to take them within the lease. */
const batchSize = 25;
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
 * @returns what became of how many, and whether it stopped before all was done
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
}): Promise<DispatchCounts & { hasMore: boolean }> {
  const run = startRun({ now, endsAt, write, transport });
  const note = 'every attempt ended without an outcome';
  run.counts.failed += await failExhaustedDeliveries(db, { now, maxAttempts, note });
  try {
    for (let left = limit; left > 0;) {
      await heedPause(run);
      if (!(await waitForTurn(run, { deadline: null }))) break;
      const at = run.clock();
      const leasedUntil = at.add({ seconds: leaseSeconds });
      const atMost = Math.min(batchSize, left);
      const claimed = await claimDueDeliveries(db, {
        now: at,
        leasedUntil,
        dueAt,
        maxAttempts,
        limit: atMost,
      });
      await attemptAll(run, { claimed, leasedUntil });
      if (claimed.length < atMost) return { ...run.counts, hasMore: run.counts.deferred > 0 };
      left -= claimed.length;
    }
    return { ...run.counts, hasMore: true };
  } finally {
    transport.close();
  }
}
