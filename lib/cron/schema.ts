import type { JobCounts, JobOutcome, Turn } from '@/kernel/turn';

/**
 * One kind of periodic work. Any number of runs may be at it at once, so it must do each thing once all
 * the same; and what it was given no time for must still be due at its next turn.
 */
export interface Job {
  /** Its name in reports. */
  name: string;
  run: (turn: Turn) => Promise<JobOutcome>;
  /** The longest it may take of a run. */
  seconds: number;
  /** For what need not be looked at each minute. */
  everyMinutes?: number;
}

/** What a run did, as its caller and the log read it. */
export interface CronReport {
  tookMs: number;
  jobs: Record<string, JobCounts>;
  /** Whether due work is left: a run may follow at once. */
  hasMore: boolean;
  /** Names of the jobs that broke; their errors are in the log and on the run's row. */
  broken: string[];
}
