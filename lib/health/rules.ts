/** Seconds that a due message may wait: a cron comes by every minute, so five were missed. */
export const latenessSeconds = 300;

/** Whether messages are late enough for somebody to be woken. Nothing due is never late. */
export function isLate({ lagSeconds }: { lagSeconds: number }): boolean {
  return lagSeconds > latenessSeconds;
}
