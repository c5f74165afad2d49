/** What started a run: the host's or somebody's timer, or the scheduler inside the server. */
export const cronTriggers = ['http', 'embedded'] as const;

/** What a job did, in numbers under its own words: `{ sent: 12, failed: 1 }`. */
export type JobCounts = Record<string, number>;
