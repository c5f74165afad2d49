import { spawn } from 'node:child_process';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { enqueueAll, makeBooking } from '@/testing/deliveries';
import { refusal, startMailProvider } from '@/testing/mail-provider';
import { monday } from '@/testing/people';
import { sendMails } from '@/lib/mails/service';

const messages = 2000;

/** Every fault that a provider has, now and then, at primes so that they do not fall together. */
const faulty: Parameters<typeof startMailProvider>[0] = (_, place) => {
  if (place === 700) return 'accept, then say nothing';
  if (place % 601 === 600) return refusal(429, 'rate_limit_exceeded', { 'retry-after': '1' });
  if (place % 53 === 0) return refusal(500, 'internal_server_error');
  if (place % 47 === 0) return 'hang up';
  if (place % 43 === 0) return 'accept, then hang up';
  if (place % 41 === 0) return { status: 200, body: '<html>Bad gateway</html>' };
  return 'accept';
};

/** A dispatcher in a process of its own; its exit code, or the signal that ended it. */
function startDispatcher(baseUrl: string, beganMs: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'testing/dispatcher.ts', baseUrl, String(beganMs)],
    // React writes mails twice as fast as a server has it.
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return { kill: () => child.kill('SIGKILL'), ended };
}

it('2,000 mails, four processes, one of them killed: each mail is accepted once, with the same bytes', async () => {
  const { booking } = await makeBooking();
  const list = Array.from({ length: messages }, (_, place) => ({
    kind: 'booked_mentee' as const,
    recipientId: null,
    recipientEmail: `reader-${place}@example.test`,
    locale: 'en' as const,
    bookingIds: [booking.id],
    now: monday,
  }));
  const ids = await enqueueAll(list);

  const beganMs = Date.now();
  const dispatchers: ReturnType<typeof startDispatcher>[] = [];
  const provider = await startMailProvider((request, place) => {
    if (place === 500) dispatchers[0]?.kill();
    return faulty(request, place);
  });
  for (let one = 0; one < 4; one += 1) {
    dispatchers.push(startDispatcher(provider.baseUrl, beganMs));
  }

  const ends = await Promise.all(dispatchers.map(({ ended }) => ended));
  expect(ends).toEqual(['SIGKILL', 0, 0, 0]);
  // The killed one's mails are still leased to it, and what met a fault waits for its next attempt.
  const left = await db.$count(deliveries, eq(deliveries.status, 'pending'));
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(messages / 4);

  let now = monday;
  for (let round = 0; round < 20; round += 1) {
    now = now.add({ minutes: 10 });
    await sendMails({ now, limit: 10_000, transport: provider.transport });
    if ((await db.$count(deliveries, eq(deliveries.status, 'pending'))) === 0) break;
  }
  await provider.stop();

  const rows = await db.select({ id: deliveries.id, status: deliveries.status }).from(deliveries);
  expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
  expect([...provider.accepted.keys()].toSorted()).toEqual(ids.toSorted());
  const bodies = new Map<string, Set<string>>();
  for (const { key, body } of provider.requests) {
    bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
  }
  expect([...bodies.values()].filter((versions) => versions.size > 1)).toEqual([]);
  const recipients = new Set(provider.requests.map(({ to }) => to));
  expect(recipients.size).toBe(messages);
}, 300_000);
