import { execFileSync } from 'node:child_process';
import postgres from 'postgres';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { cronRuns } from '@/db/schema/cron';
import { deliveries } from '@/db/schema/outbox';
import { reminders } from '@/db/schema/reminders';
import { env } from '@/kernel/env';
import { enqueue, makeBooking } from '@/testing/deliveries';
import { monday } from '@/testing/people';
import { checkHealth } from './service';

const late = monday.add({ seconds: 301 });

const { CRON_MODE } = env;
afterEach(() => Object.assign(env, { CRON_MODE }));

const outside = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
afterAll(() => outside.end());

/** Of connections that are made from now on, so those that are there are ended. */
async function makeReadOnly(value: 'on' | 'off'): Promise<void> {
  await outside`set default_transaction_read_only = off`;
  await outside.unsafe(`do $$ begin execute format(
    'alter database %I set default_transaction_read_only = ${value}', current_database()); end $$`);
  await outside`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
}

async function statusAt(seconds: number, upSeconds: number) {
  return (await checkHealth({ now: monday.add({ seconds }), upSeconds })).status;
}

/** What finds its connection ended fails once, and the next one is made anew. */
function expectHealth(status: string, database: string) {
  return vi.waitFor(async () =>
    expect(await checkHealth({ now: monday })).toMatchObject({ status, database }),
  );
}

describe('health', () => {
  it('is bad when nothing can be written, as on a copy or a full disk', async () => {
    await makeReadOnly('on');
    await expectHealth('down', 'read-only');
    await makeReadOnly('off');
    await expectHealth('ok', 'up');
  });

  it('is bad when the cron in this server has missed a run, and not before it can have', async () => {
    expect(await statusAt(0, 900)).toBe('ok');
    Object.assign(env, { CRON_MODE: 'embedded' });
    expect(await statusAt(0, 149)).toBe('ok');
    expect(await statusAt(0, 151)).toBe('late');
    await db.insert(cronRuns).values({ trigger: 'embedded', startedAt: monday });
    expect(await statusAt(149, 900)).toBe('ok');
    expect(await statusAt(151, 900)).toBe('late');
    expect(await statusAt(151, 149)).toBe('ok');
    Object.assign(env, { CRON_MODE: 'external' });
    expect(await statusAt(151, 900)).toBe('ok');
    await db.delete(cronRuns);
  });

  it('is good when nothing is due and no run ever was', async () => {
    expect(await checkHealth({ now: monday })).toMatchObject({
      status: 'ok',
      database: 'up',
      mails: { backlog: 0, lagSeconds: 0 },
      lastRun: null,
    });
  });

  it('is good while a mail has waited for five minutes at most', async () => {
    await enqueue({ now: monday });
    await enqueue({ now: late });
    expect(await checkHealth({ now: monday.add({ minutes: 5 }) })).toMatchObject({
      status: 'ok',
      mails: { backlog: 1, lagSeconds: 300 },
    });
  });

  it('is bad when one has waited for longer', async () => {
    expect(await checkHealth({ now: late })).toMatchObject({
      status: 'late',
      mails: { backlog: 2, lagSeconds: 301 },
    });
  });

  it('does not mind mails that are done with, or wait for their next attempt', async () => {
    await db.update(deliveries).set({ status: 'failed' });
    await enqueue({ now: late.add({ minutes: 1 }) });
    expect(await checkHealth({ now: late })).toMatchObject({
      status: 'ok',
      mails: { backlog: 0, lagSeconds: 0 },
    });
  });

  it('tells of the last run, and that it broke, but not of what', async () => {
    await db.insert(cronRuns).values([
      { trigger: 'http', startedAt: monday, endedAt: late, error: 'mails: secret' },
      { trigger: 'http', startedAt: monday.subtract({ minutes: 1 }) },
    ]);
    const health = await checkHealth({ now: late });
    expect(health.lastRun).toEqual({
      startedAt: '2026-11-23T12:00:00Z',
      endedAt: '2026-11-23T12:05:01Z',
      hasBroken: true,
    });
    expect(JSON.stringify(health)).not.toContain('secret');
  });

  it('is bad when a reminder has waited for longer', async () => {
    await db.update(deliveries).set({ status: 'failed' });
    const { booking, mentee } = await makeBooking();
    const due = { version: 0, kind: '1h', dueAt: monday } as const;
    const recipientId = mentee?.id ?? '';
    await db
      .insert(reminders)
      .values({ ...due, bookingId: booking.id, recipientId, createdAt: monday });
    expect(await checkHealth({ now: late })).toMatchObject({
      status: 'late',
      reminders: { backlog: 1, lagSeconds: 301 },
    });
  });
});

it('is logged with what went wrong, whatever name an error has', () => {
  const script =
    "import { log } from '@/kernel/log'; log.error({ error: new Error('gone') }, 'x');";
  const line = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  expect(JSON.parse(line)).toMatchObject({ error: { type: 'Error', message: 'gone' } });
});
