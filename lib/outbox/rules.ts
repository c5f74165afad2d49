/** Attempts that a delivery gets before it is failed. With the pauses below they span two hours. */
export const maxAttempts = 8;

/**
 * Hours after the first attempt in which a mail may be tried again. The provider forgets keys after
 * 24 h, and then could not tell a retry from a new mail.
 */
export const retryHours = 20;

/**
 * Seconds to wait after the failed `attempt` (1 upwards): 1, 2, 4 … 64 minutes, of which up to half
 * is given away by chance so that mails which failed together do not come back together; never
 * sooner than the provider asked for.
 * @param random in [0, 1)
 */
export function retryDelaySeconds({
  attempt,
  random,
  retryAfterSeconds,
}: {
  attempt: number;
  random: number;
  retryAfterSeconds: number | null;
}): number {
  const most = 60 * 2 ** (attempt - 1);
  return Math.max(Math.ceil(most / 2 + (most / 2) * random), retryAfterSeconds ?? 0);
}
