/*
 * How many mails a second leave the outbox, and what a run of the cron costs that finds nothing to do,
 * each beside a baseline of the same run: the same requests to the same provider without an outbox,
 * and one `select 1`.
 *
 *   npm run bench -- dispatch
 *
 * On a scratch database of the embedded server (or of DATABASE_URL's) and a provider in this process
 * that answers at once, so that what is measured is ours. `first attempt` writes each mail (React to
 * HTML) and freezes it; `retry` sends what was frozen.
 */
import { availableParallelism, loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { startTestDatabases } from '../scripts/database/test-database';

const messages = 1000;
const atOnce = 5;
const idleRuns = 200;

const databases = await startTestDatabases();
try {
  // What reads its settings when it is loaded is loaded after this.
  Object.assign(process.env, {
    DATABASE_URL: await databases.clone('bench'),
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
  });
  await measure();
} finally {
  await databases.stop();
}

async function measure(): Promise<void> {
  const { db, pool } = await import('../db/client');
  const { deliveries } = await import('../db/schema/outbox');
  const { runJobs } = await import('../lib/cron/service/run-jobs');
  const { sendMails } = await import('../lib/mails/service');
  const { enqueueDeliveries } = await import('../lib/outbox/service');
  const { makeBooking } = await import('../testing/deliveries');
  const { startMailProvider } = await import('../testing/mail-provider');
  const { monday } = await import('../testing/people');

  const provider = await startMailProvider();
  const { booking } = await makeBooking();
  const list = Array.from({ length: messages }, (_, place) => ({
    kind: 'booked_mentee' as const,
    recipientId: null,
    recipientEmail: `reader-${place}@example.test`,
    locale: 'en' as const,
    bookingIds: [booking.id],
    now: monday,
  }));
  const dispatch = async (count: number) => {
    const { transport } = provider;
    const { sent } = await sendMails({ now: monday, limit: count, transport });
    if (sent !== count) throw new Error(`${sent} of ${count} mails were sent`);
  };

  await enqueueDeliveries(db, list.slice(0, 50));
  await dispatch(50);

  await enqueueDeliveries(db, list);
  const first = await secondsOf(() => dispatch(messages));
  const bodies = provider.requests.slice(-messages);
  await db
    .update(deliveries)
    .set({ status: 'pending', attempts: 1, sentAt: null })
    .where(sql`id in (select id from deliveries order by id desc limit ${messages})`);
  const retry = await secondsOf(() => dispatch(messages));

  const bare = await secondsOf(() => postAll(bodies, provider.baseUrl));

  const idle = await medianMs(() => runJobs({ trigger: 'http', now: monday }));
  const one = await medianMs(() => db.execute(sql`select 1`));
  await provider.stop();
  await pool.end();

  const row = (name: string, seconds: number) => ({
    [`${messages} mails`]: name,
    'mails/s': Math.round(messages / seconds),
    'ms a mail': Number(((seconds * 1000) / messages).toFixed(2)),
    'times the baseline': Number((seconds / bare).toFixed(1)),
  });
  console.table([
    row('first attempt', first),
    row('retry', retry),
    row('baseline: bare requests', bare),
  ]);
  console.table([
    { 'nothing to do': 'a run of the cron', 'median ms': round(idle), times: round(idle / one) },
    { 'nothing to do': 'baseline: select 1', 'median ms': round(one), times: 1 },
  ]);
  const [load = 0] = loadavg();
  if (load > availableParallelism()) {
    console.log(`The machine is busy (load ${load.toFixed(1)}), so all of it looks slower.`);
  }
}

/** The same requests, as many at once, and nothing around them. */
async function postAll(bodies: { key: string; body: string }[], baseUrl: string): Promise<void> {
  const queue = [...bodies];
  const post = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const response = await fetch(`${baseUrl}/emails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': next.key },
        body: next.body,
      });
      await response.json();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, post));
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < idleRuns; run += 1) times.push((await secondsOf(work)) * 1000);
  return times.toSorted((one, other) => one - other)[Math.floor(idleRuns / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
