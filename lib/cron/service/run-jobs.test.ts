import { setTimeout as sleep } from 'node:timers/promises';
import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cronRuns } from '@/db/schema/cron';
import { enqueue, makeBooking, readDelivery } from '@/testing/deliveries';
import { monday } from '@/testing/people';
import { refusal, startMailProvider } from '@/testing/mail-provider';
import { sendDueMails } from '@/lib/mails/service';
import type { MailTransport } from '@/lib/outbox/mail-transport';
import type { JobOutcome } from '@/kernel/turn';
import type { Job } from '../schema';
import { jobs } from './jobs';
import { budgetSeconds, runJobs } from './run-jobs';

const job = (values: Partial<Job> = {}): Job => ({
  name: 'test',
  run: () => Promise.resolve({ counts: { done: 1 }, hasMore: false }),
  seconds: 5,
  ...values,
});

async function lastRun() {
  const [row] = await db.select().from(cronRuns).orderBy(desc(cronRuns.id)).limit(1);
  return row;
}

describe('a run', () => {
  it('gives each job its turn, and is recorded', async () => {
    const run = { trigger: 'http', now: monday, jobs: [job(), job({ name: 'other' })] } as const;
    const report = await runJobs(run);
    expect(report).toMatchObject({
      jobs: { test: { done: 1 }, other: { done: 1 } },
      hasMore: false,
      broken: [],
    });
    expect(await lastRun()).toMatchObject({
      trigger: 'http',
      startedAt: monday,
      counts: report.jobs,
      hasMore: false,
      error: null,
    });
    expect((await lastRun())?.endedAt).not.toBeNull();
  });

  it('goes on after a job that breaks, and says which it was', async () => {
    const broken = job({ name: 'broken', run: () => Promise.reject(new Error('no luck')) });
    const report = await runJobs({ trigger: 'http', now: monday, jobs: [broken, job()] });
    expect(report).toMatchObject({ jobs: { test: { done: 1 } }, broken: ['broken'] });
    expect((await lastRun())?.error).toBe('broken: Error: no luck');
  });

  it('does not wait for a job that does not end', async () => {
    const endless = job({
      name: 'endless',
      run: () => new Promise<JobOutcome>(() => {}),
      seconds: -2,
    });
    const report = await runJobs({ trigger: 'http', now: monday, jobs: [endless, job()] });
    expect(report).toMatchObject({ jobs: { test: { done: 1 } }, broken: ['endless'] });
    expect(report.tookMs).toBeLessThan(15_000);
  });

  it('says that more is waiting when a job does', async () => {
    const busy = job({ run: () => Promise.resolve({ counts: {}, hasMore: true }) });
    expect(await runJobs({ trigger: 'http', now: monday, jobs: [busy, job()] })).toMatchObject({
      hasMore: true,
    });
    expect((await lastRun())?.hasMore).toBe(true);
  });

  it('gives what is left of its time to those that have left work behind, while they get on', async () => {
    const turns: string[] = [];
    const leaving = (name: string, left: number, counts = { done: 1 }) =>
      job({
        name,
        run: () => {
          turns.push(name);
          left -= 1;
          return Promise.resolve({ counts, hasMore: left > 0 });
        },
      });
    const idle = leaving('stuck', 9, { done: 0 });
    const list = [leaving('first', 3), leaving('once', 1), idle, leaving('last', 2)];
    const report = await runJobs({ trigger: 'http', now: monday, jobs: list });
    expect(turns).toEqual(['first', 'once', 'stuck', 'last', 'first', 'last', 'first']);
    expect(report).toMatchObject({
      jobs: { first: { done: 3 }, once: { done: 1 }, last: { done: 2 } },
      hasMore: true,
    });
  });

  it('goes on again with a job only as long as there is time', async () => {
    let turns = 0;
    const endless = job({
      name: 'endless',
      run: async () => {
        turns += 1;
        await sleep(100);
        return { counts: { done: 1 }, hasMore: true };
      },
    });
    const options = { trigger: 'http', now: monday, jobs: [endless], seconds: 1 } as const;
    expect(await runJobs(options)).toMatchObject({ hasMore: true, broken: [] });
    expect(turns).toBeGreaterThan(1);
    expect(turns).toBeLessThan(12);
  });

  it('leaves out what had its turn lately', async () => {
    const hourly = job({ name: 'hourly', everyMinutes: 60 });
    const at = (minutes: number) =>
      runJobs({ trigger: 'http', now: monday.add({ minutes }), jobs: [hourly] });
    expect((await at(0)).jobs).toHaveProperty('hourly');
    expect((await at(59)).jobs).not.toHaveProperty('hourly');
    expect((await at(60)).jobs).toHaveProperty('hourly');
  });
});

describe('the jobs', () => {
  it('fit into a run together', () => {
    const seconds = jobs.reduce((sum, one) => sum + one.seconds, 0);
    expect(seconds).toBeLessThanOrEqual(budgetSeconds);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
  });

  it('expire, complete, send and prune in one run', async () => {
    const { booking } = await makeBooking();
    await makeBooking({ status: 'pending', expiresAt: monday.add({ hours: 1 }) });
    const now = booking.period.end.add({ hours: 25 });
    const id = await enqueue({ now: now.subtract({ minutes: 1 }) });
    // What they do, and not how fast: a machine that is busy with other tests would end their turns.
    const patient = jobs.map((one) => ({ ...one, seconds: budgetSeconds }));
    const report = await runJobs({ trigger: 'embedded', now, jobs: patient });
    expect(report).toMatchObject({
      jobs: {
        expiry: { expired: 1, broken: 0 },
        completion: { completed: 1, broken: 0 },
        // The mail that was due, and those about the request that has just lapsed.
        mails: { sent: 3, failed: 0 },
        pruning: { emailTokens: 0 },
      },
      hasMore: false,
      broken: [],
    });
    expect((await readDelivery(id)).status).toBe('sent');
  });
});

const twoASecond = () => {
  const taken: number[] = [];
  return startMailProvider(() => {
    const now = performance.now();
    while (taken.length > 0 && now - (taken[0] ?? now) > 1000) taken.shift();
    if (taken.length >= 2) {
      return refusal(429, 'rate_limit_exceeded', { 'retry-after': '1' });
    }
    taken.push(now);
    return 'accept';
  });
};
const mailsOnly = (transport: MailTransport): Job[] =>
  jobs
    .filter(({ name }) => name === 'mails')
    .map((mails) => ({ ...mails, run: (turn) => sendDueMails(turn, { transport }) }));

describe('a provider that takes two mails a second', () => {
  it('gets mails for as long as the run goes on, each once, from two runs at once too', async () => {
    const { booking, mentee } = await makeBooking();
    const about = { bookingIds: [booking.id], recipientId: mentee?.id ?? null };
    const now = booking.period.start.subtract({ minutes: 25 });
    const old = { ...about, kind: 'booked_mentee' as const, now: now.subtract({ hours: 9 }) };
    await Promise.all(Array.from({ length: 40 }, () => enqueue(old)));
    const { transport, accepted, stop } = await twoASecond();
    // What the other jobs leave of such a run is nothing, and a turn of its own would be over in a second.
    const run = { trigger: 'http', now, jobs: mailsOnly(transport), seconds: 25 } as const;
    const reports = await Promise.all([runJobs(run), runJobs(run)]);
    await stop();
    const sent = reports.map(({ jobs: done }) => done.mails?.sent ?? 0);
    // Ten seconds in which mails are begun; the first runs' was one second.
    expect(accepted.size).toBeGreaterThanOrEqual(10);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(accepted.size);
    expect(reports.map(({ hasMore }) => hasMore)).toContain(true);
  }, 60_000);
});
