/*
 * How many mails a second leave the outbox, and what a run of the cron costs that finds nothing to do,
 * each beside a baseline of the same run: the same requests to the same provider without an outbox,
 * and one `select 1`.
 *
 *   npm run bench -- dispatch
 *
 * On a scratch database of the embedded server (or of DATABASE_URL's) and a provider in this process
 * that answers at once, so that what is measured is ours. `first attempt` writes each mail (React to
 * HTML) and freezes it; `retry` sends what was frozen. They take turns, each time in another
 * order, and the median of the rounds counts, so that none of them gains by coming late and warm.
 */
import { availableParallelism, loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { MailTransport, OutgoingMail } from '../lib/outbox/mail-transport';
import type { ProviderRequest } from '../testing/mail-provider';
import { startTestDatabases } from '../scripts/database/test-database';

const messages = 500;
const rounds = 7;
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

  await enqueueDeliveries(db, list);
  await dispatch(messages);
  const bodies = provider.requests.slice(-messages);
  const mails = bodies.map(mailOf);
  await postAll(bodies, provider.baseUrl);

  const attempts = {
    first: async () => {
      await enqueueDeliveries(db, list);
      return secondsOf(() => dispatch(messages));
    },
    retry: async () => {
      await db
        .update(deliveries)
        .set({ status: 'pending', attempts: 1, sentAt: null })
        .where(sql`id in (select id from deliveries order by id desc limit ${messages})`);
      return secondsOf(() => dispatch(messages));
    },
    handed: () => secondsOf(() => handAll(mails, provider.transport)),
    bare: () => secondsOf(() => postAll(bodies, provider.baseUrl)),
  };
  const seconds: Record<keyof typeof attempts, number[]> = {
    first: [],
    retry: [],
    handed: [],
    bare: [],
  };
  const orders = [
    ['first', 'retry', 'handed', 'bare'],
    ['bare', 'handed', 'first', 'retry'],
    ['retry', 'bare', 'first', 'handed'],
  ] as const;
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const name of orders[turn % orders.length] ?? []) {
      provider.forget();
      seconds[name].push(await attempts[name]());
    }
  }
  const first = medianOf(seconds.first);
  const retry = medianOf(seconds.retry);
  const bare = medianOf(seconds.bare);

  const idle = await medianMs(() => runJobs({ trigger: 'http', now: monday }));
  const one = await medianMs(() => db.execute(sql`select 1`));
  await provider.stop();
  await pool.end();

  const row = (name: string, took: number) => ({
    [`${messages} mails`]: name,
    'mails/s': Math.round(messages / took),
    'ms a mail': round((took * 1000) / messages),
    'of the baseline': round(bare / took),
  });
  console.table([
    row('first attempt', first),
    row('retry', retry),
    row('the transport alone', medianOf(seconds.handed)),
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

/** The same mails through our transport, likewise. */
async function handAll(mails: readonly OutgoingMail[], transport: MailTransport): Promise<void> {
  const queue = [...mails];
  const hand = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await transport.send(next, { now: Temporal.Now.instant() });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  transport.close();
}

function mailOf({ key, body, to, attachments }: ProviderRequest): OutgoingMail {
  const { subject, html, text, headers } = JSON.parse(body) as OutgoingMail;
  const files = attachments.map(({ filename, content, content_type: contentType }) => ({
    filename,
    contentType,
    content: Buffer.from(content, 'base64').toString('utf8'),
  }));
  return { key, to, subject, html, text, headers, replyTo: null, attachments: files };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < idleRuns; run += 1) times.push((await secondsOf(work)) * 1000);
  return medianOf(times);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
