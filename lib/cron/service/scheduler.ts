import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { log } from '@/kernel/log';
import { runJobs } from './run-jobs';

// Kept across reloads in development, which would otherwise add a scheduler at each.
const kept = globalThis as { baobabScheduler?: Cron };

/**
 * Runs the periodic jobs every minute inside this process, one run after the other, until the process
 * is told to end. For servers that stay up; a serverless host has a cron of its own.
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
      await runJobs({ trigger: 'embedded', now: Temporal.Now.instant() });
    },
  );
  kept.baobabScheduler = scheduler;
  // What a run is doing when the process ends is left to its leases, as after a crash.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => scheduler.stop());
}
