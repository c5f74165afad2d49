/** What started a run: the host's or somebody's timer, or the scheduler inside the server. */
export const cronTriggers = ['http', 'embedded'] as const;
export type CronTrigger = (typeof cronTriggers)[number];
