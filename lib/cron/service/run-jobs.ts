import { Temporal } from 'temporal-polyfill';
import type { CronTrigger } from '@/domain/cron';
import { db } from '@/db/client';
import { finishCronRun, hadTurnSince, insertCronRun } from '@/db/queries/cron-runs';
import { workingAs } from '@/db/work';
import { log } from '@/kernel/log';
import { isOver, type JobCounts, type JobOutcome, type Turn } from '@/kernel/turn';
import type { CronReport, Job } from '../schema';
import { jobs as allJobs } from './jobs';

/**
 * Seconds that a run takes at most: every host lets a request go on for 60, and the last piece of work
 * has to end too.
 */
export const budgetSeconds = 50;

/** Seconds that a job gets to notice that its time is up. */
const graceSeconds = 3;

/**
 * Gives every job that is due its turn, then shares what is left of the time among those that have left
 * work behind, as often as they get on with it; and keeps a record. Safe at any time and any number at once;
 * over within `budgetSeconds` and a grace. A job that breaks is logged, named in the report and does
 * not keep the others from their turn.
 */
export function runJobs(run: JobsRun): Promise<CronReport> {
  return workingAs('cron', () => runEach(run));
}

interface JobsRun {
  trigger: CronTrigger;
  now: Temporal.Instant;
  jobs?: readonly Job[];
  seconds?: number;
}

async function runEach({
  trigger,
  now,
  jobs = allJobs,
  seconds = budgetSeconds,
}: JobsRun): Promise<CronReport> {
  const startedMs = performance.now();
  const passedMs = () => Math.round(performance.now() - startedMs);
  const run: Turn = {
    clock: () => now.add({ milliseconds: passedMs() }),
    endsAt: now.add({ seconds }),
  };
  const report: CronReport = { tookMs: 0, jobs: {}, hasMore: false, broken: [] };
  const errors: string[] = [];
  const id = await insertCronRun(db, { trigger, startedAt: now });
  /** Those that get another turn, and those that would do no more in one. */
  let again: Job[] = [];
  const stuck: Job[] = [];
  const giveTurn = async (job: Job, most: number) => {
    if (isOver(run)) {
      stuck.push(job);
      return;
    }
    const { counts, hasMore } = await inTime(job, turnOf(most, run));
    report.jobs[job.name] = sumOf(report.jobs[job.name], counts);
    if (hasMore) (hasDoneAny(counts) ? again : stuck).push(job);
  };
  const guarded = async (job: Job, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.error({ job: job.name, err: error }, 'a periodic job broke');
      report.broken.push(job.name);
      errors.push(`${job.name}: ${String(error)}`.slice(0, 1000));
    }
  };
  for (const job of jobs) {
    await guarded(job, async () => {
      if (isOver(run) || (await isDue(job, now))) await giveTurn(job, job.seconds);
    });
  }
  while (again.length > 0) {
    const round = again;
    again = [];
    for (const [place, job] of round.entries()) {
      const leftSeconds = run.endsAt.since(run.clock()).total('seconds');
      const share = Math.floor(leftSeconds / (round.length - place));
      await guarded(job, () => giveTurn(job, Math.max(share, job.seconds)));
    }
  }
  report.hasMore = stuck.length > 0;
  report.tookMs = passedMs();
  await finishCronRun(db, {
    id,
    endedAt: run.clock(),
    counts: report.jobs,
    hasMore: report.hasMore,
    error: errors.length === 0 ? null : errors.join('\n'),
  });
  log.debug(report, 'periodic jobs ran');
  return report;
}

/** What several turns of one job did together. */
function sumOf(before: JobCounts = {}, counts: JobCounts): JobCounts {
  const sums = Object.entries(counts).map(([name, count]) => [name, (before[name] ?? 0) + count]);
  return { ...before, ...Object.fromEntries(sums) };
}

/** Whether a turn got anywhere: what broke in it would break in the next one too. */
function hasDoneAny(counts: JobCounts): boolean {
  return Object.entries(counts).some(([name, count]) => name !== 'broken' && count > 0);
}

/** A turn that begins now and has so many seconds, or what is left of the run. */
function turnOf(seconds: number, { clock, endsAt }: Turn): Turn {
  const own = clock().add({ seconds });
  return { clock, endsAt: Temporal.Instant.compare(own, endsAt) < 0 ? own : endsAt };
}

async function isDue({ name, everyMinutes }: Job, now: Temporal.Instant): Promise<boolean> {
  if (everyMinutes === undefined) return true;
  return !(await hadTurnSince(db, { job: name, since: now.subtract({ minutes: everyMinutes }) }));
}

/** @throws Error when the job goes on past its end, which the others must not pay for */
async function inTime({ run }: Job, turn: Turn): Promise<JobOutcome> {
  const leftMs = turn.endsAt.since(turn.clock()).total('milliseconds') + graceSeconds * 1000;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('did not end in time')), leftMs);
  });
  try {
    return await Promise.race([run(turn), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
