import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cronRuns } from '@/db/schema/cron';
import { deliveries } from '@/db/schema/outbox';
import { reminders } from '@/db/schema/reminders';
import { enqueue, makeBooking } from '@/testing/deliveries';
import { monday } from '@/testing/people';
import { checkHealth } from './service';

const late = monday.add({ seconds: 301 });

describe('health', () => {
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
