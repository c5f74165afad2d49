/** Seconds that a due message may wait: a cron comes by every minute, so five were missed. */
export const latenessSeconds = 300;

/** A run takes a minute at most and begins in the minute after: one that did not come was missed. */
const missedRunSeconds = 150;

/**
 * Whether a run of the cron in this server was missed: so long ago began the last one, or, where none has
 * been, so long has the server been up.
 */
export function hasMissedRun({ seconds }: { seconds: number }): boolean {
  return seconds > missedRunSeconds;
}

/** Whether messages are late enough for somebody to be woken. Nothing due is never late. */
export function isLate({ lagSeconds }: { lagSeconds: number }): boolean {
  return lagSeconds > latenessSeconds;
}
