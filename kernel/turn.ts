import { Temporal } from 'temporal-polyfill';

/** What a job did, in numbers under its own words: `{ sent: 12, failed: 1 }`. */
export type JobCounts = Record<string, number>;

/** A job's turn in a run. */
export interface Turn {
  /** The run's `now`, moved on by what has passed since. */
  clock: () => Temporal.Instant;
  /** When the job should come to an end, between two pieces of work. */
  endsAt: Temporal.Instant;
}

/** What a job reports; `hasMore` when it left due work behind. */
export interface JobOutcome {
  counts: JobCounts;
  hasMore: boolean;
}

/** Whether a job's time is up. */
export function isOver({ clock, endsAt }: Turn): boolean {
  return Temporal.Instant.compare(clock(), endsAt) >= 0;
}
