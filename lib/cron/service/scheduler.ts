import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { log } from '@/kernel/log';
import type { CronReport } from '../schema';
import { runJobs } from './run-jobs';

// Kept across reloads in development, which would otherwise add a scheduler at each.
const kept = globalThis as { baobabScheduler?: Cron };

/** A run that took longer has used its time up, and what it has left is to be gone on with at once. */
const busyMs = 20_000;

/**
 * Runs the periodic jobs every minute inside this process, one run after the other and the next at once
 * where one has left work for want of time, until the process is told to end. For servers that stay up;
 * a serverless host has a cron of its own.
 */
export function startScheduler(): void {
  kept.baobabScheduler?.stop();
  const scheduler = new Cron(
    '* * * * *',
    {
      // A run that takes longer than a minute is not joined by the next.
      protect: true,
      // It is not what keeps the process going.
      unref: true,
      catch: (error) => log.error({ err: error }, 'the periodic jobs could not run'),
    },
    async () => {
      let report: CronReport;
      do {
        report = await runJobs({ trigger: 'embedded', now: Temporal.Now.instant() });
        // A run that was over early left only what would not get on in the next one either.
      } while (report.hasMore && report.tookMs > busyMs && !scheduler.isStopped());
    },
  );
  kept.baobabScheduler = scheduler;
  // What a run is doing when the process ends is left to its leases, as after a crash.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => scheduler.stop());
}
