import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { CronTrigger } from '@/domain/cron';
import type { JobCounts } from '@/kernel/turn';
import type { Executor } from '../client';
import { cronRuns } from '../schema/cron';

export async function insertCronRun(
  executor: Executor,
  values: { trigger: CronTrigger; startedAt: Temporal.Instant },
): Promise<string> {
  const [row] = await executor.insert(cronRuns).values(values).returning({ id: cronRuns.id });
  if (!row) throw new Error('the run was not recorded');
  return row.id;
}

export async function finishCronRun(
  executor: Executor,
  {
    id,
    ...values
  }: {
    id: string;
    endedAt: Temporal.Instant;
    counts: Record<string, JobCounts>;
    hasMore: boolean;
    error: string | null;
  },
): Promise<void> {
  await executor.update(cronRuns).set(values).where(eq(cronRuns.id, id));
}

/** Whether a run that began after `since` gave the job its turn, and got an answer from it. */
export async function hadTurnSince(
  executor: Executor,
  { job, since }: { job: string; since: Temporal.Instant },
): Promise<boolean> {
  const rows = await executor
    .select({ id: cronRuns.id })
    .from(cronRuns)
    .where(and(gt(cronRuns.startedAt, since), sql`${cronRuns.counts} ? ${job}`))
    .limit(1);
  return rows.length > 0;
}

/** The run that began last; null when none ever did. */
export async function getLastCronRun(executor: Executor) {
  const [row] = await executor
    .select({
      trigger: cronRuns.trigger,
      startedAt: cronRuns.startedAt,
      endedAt: cronRuns.endedAt,
      error: cronRuns.error,
    })
    .from(cronRuns)
    .orderBy(desc(cronRuns.startedAt))
    .limit(1);
  return row ?? null;
}
