import { Temporal } from 'temporal-polyfill';
import type { CronTrigger } from '@/domain/cron';
import { db } from '@/db/client';
import { finishCronRun, hadTurnSince, insertCronRun } from '@/db/queries/cron-runs';
import { workingAs } from '@/db/work';
import { log } from '@/kernel/log';
import { isOver, type JobOutcome, type Turn } from '@/kernel/turn';
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
 * Gives every job that is due its turn, and keeps a record. Safe at any time and any number at once;
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
}

async function runEach({ trigger, now, jobs = allJobs }: JobsRun): Promise<CronReport> {
  const startedMs = performance.now();
  const passedMs = () => Math.round(performance.now() - startedMs);
  const run: Turn = {
    clock: () => now.add({ milliseconds: passedMs() }),
    endsAt: now.add({ seconds: budgetSeconds }),
  };
  const report: CronReport = { tookMs: 0, jobs: {}, hasMore: false, broken: [] };
  const errors: string[] = [];
  const id = await insertCronRun(db, { trigger, startedAt: now });
  for (const job of jobs) {
    if (isOver(run)) {
      report.hasMore = true;
      break;
    }
    try {
      if (!(await isDue(job, now))) continue;
      const { counts, hasMore } = await inTime(job, turnOf(job, run));
      report.jobs[job.name] = counts;
      report.hasMore ||= hasMore;
    } catch (error) {
      log.error({ job: job.name, err: error }, 'a periodic job broke');
      report.broken.push(job.name);
      errors.push(`${job.name}: ${String(error)}`.slice(0, 1000));
    }
  }
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

/** A job's turn that begins now: its own seconds, or what is left of the run. */
function turnOf({ seconds }: Job, { clock, endsAt }: Turn): Turn {
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
