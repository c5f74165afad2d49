import type { Temporal } from 'temporal-polyfill';
import type { JobOutcome, Turn } from '@/kernel/turn';
import { longestSendSeconds } from '@/lib/outbox/mail-transport';
import { dispatchDeliveries } from '@/lib/outbox/service';
import { writeMails } from './compose';

type Dispatch = Parameters<typeof dispatchDeliveries>[0];

/** Sends deliveries that are due as the mails that they are: see `dispatchDeliveries`. */
export async function sendMails(options: Omit<Dispatch, 'write'>) {
  return dispatchDeliveries({ ...options, write: writeMails });
}

/** What the cron does: all that is due, until its turn is over. */
export async function sendDueMails(
  { clock, endsAt }: Turn,
  options: Pick<Dispatch, 'transport'> = {},
): Promise<JobOutcome> {
  const { hasMore, isHeldUp, ...counts } = await sendMails({
    ...options,
    now: clock(),
    limit: 10_000,
    // The last one is begun early enough to be over in time.
    endsAt: endsAt.subtract({ seconds: longestSendSeconds }),
  });
  return { counts, hasMore: hasMore && !isHeldUp };
}

/**
 * What an action does once it has answered: sends the mails of its instant, up to `limit`, and a few
 * that an earlier attempt left behind.
 */
export async function sendMailsOf({
  now,
  limit,
}: {
  now: Temporal.Instant;
  limit?: number;
}): Promise<void> {
  await sendMails({ now, dueAt: now, ...(limit !== undefined && { limit }) });
  await sendMails({ now, limit: 10 });
}
