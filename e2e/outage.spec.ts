/** A server of its own whose way to the database is cut, and that is told to stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { freePort } from '../scripts/shared/free-port';
import { startRelay, type Relay } from '@/testing/relay';
import { expect, test } from './fixtures';
import { hourAhead, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ javaScriptEnabled: false, expectedErrors: /status of 503/ });

let relay: Relay;
let server: ChildProcess;
let appUrl: string;

test.beforeEach(async () => {
  const url = new URL(process.env.DATABASE_URL ?? '');
  relay = await startRelay(Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(relay.port);
  const port = String(await freePort());
  appUrl = `http://localhost:${port}`;
  start({ DATABASE_URL: url.href });
  await expect.poll(() => statusOf('/help'), { timeout: 30_000 }).toBe(200);
});

test.afterEach(async () => {
  server.kill('SIGKILL');
  await relay.cut();
});

test('a database that goes away is said so at once, keeps what was typed, and is back at once', async ({
  page,
}) => {
  const mentor = await publishMentor();
  const slot = hourAhead(3, 10).toString();
  const details = new URL(`${mentor.path}/book`, appUrl);
  details.search = String(new URLSearchParams({ variant: mentor.variantId, slot }));
  await page.goto(details.href);
  await page.getByRole('textbox', { name: t('booking.name') }).fill('Ibrahima Fall');
  await page.getByRole('textbox', { name: t('booking.email') }).fill(ownAddress());
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('A first CV');

  await relay.cut();
  const began = performance.now();
  // The first to find out, and others with it, of every kind of page.
  const statuses = await Promise.all(['/mentors', '/', mentor.path, '/sign-in'].map(statusOf));
  expect(statuses).toEqual([503, 503, 503, 503]);
  expect(await statusOf('/help')).toBe(200);
  const answered = page.waitForResponse((response) => response.status() === 503);
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await answered;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(performance.now() - began, 'nothing hangs').toBeLessThan(5000);

  await relay.mend();
  await expect.poll(() => statusOf('/mentors'), { timeout: 2000 }).toBe(200);
  await page.getByRole('link').click();
  await expect(page.getByRole('textbox', { name: t('booking.subject') })).toHaveValue('A first CV');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();
});

test('a database that was gone before anybody came is said to be by the first page', async () => {
  server.kill('SIGKILL');
  await relay.cut();
  start({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${relay.port}/nothing` });
  await expect.poll(() => statusOf('/help'), { timeout: 30_000 }).toBe(200);
  const began = performance.now();
  expect(await statusOf('/mentors')).toBe(503);
  expect(performance.now() - began).toBeLessThan(5000);
  await relay.mend();
});

test('a server that is told to stop does, whoever keeps it waiting', async () => {
  const { port } = new URL(appUrl);
  const idle = connect(Number(port), 'localhost');
  idle.write(`GET /help HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`);
  const slow = connect(Number(port), 'localhost');
  slow.write(
    `POST /sign-in HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: 1000\r\n\r\none word`,
  );
  for (const socket of [idle, slow]) socket.on('error', () => {});
  await new Promise((resolve) => {
    idle.once('data', resolve);
  });

  const began = performance.now();
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  server.kill('SIGTERM');
  await ended;
  // Hosts kill after ten.
  expect(performance.now() - began).toBeLessThan(10_000);
  idle.destroy();
  slow.destroy();
});

function start(settings: { DATABASE_URL: string }): void {
  const { port } = new URL(appUrl);
  const own = { ...settings, PORT: port, APP_URL: appUrl, LOG_LEVEL: 'silent' };
  server = spawn(process.execPath, ['scripts/commands/start.mjs'], {
    env: { ...process.env, ...own },
    stdio: 'ignore',
  });
}

async function statusOf(path: string): Promise<number | null> {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(new URL(path, appUrl), { signal, redirect: 'manual' }).catch(
    () => null,
  );
  await answer?.text();
  return answer?.status ?? null;
}
