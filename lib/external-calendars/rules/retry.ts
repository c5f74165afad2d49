/** Minutes between two reads of a calendar that can be read: as often as others' answers change. */
const usualMinutes = 15;
/** Minutes after which one that cannot be read is tried at the latest. */
const longestMinutes = 6 * 60;
/** Hours after which all of it is asked for, changed or not: what it says of is only so far ahead. */
const expandEveryHours = 24;

/**
 * Minutes until a calendar is read again, after so many failures in a row. `chance` in [0, 1) spreads
 * those that were added together.
 */
export function minutesUntilNext({ failures, chance }: { failures: number; chance: number }) {
  const minutes = Math.min(usualMinutes * 2 ** Math.max(failures - 1, 0), longestMinutes);
  return minutes * (1 + chance / 5);
}

/**
 * Whether what was expanded of a calendar still holds if it has not changed: its days and its times
 * without a zone are the mentor's, and its window moves on. Instants are epoch milliseconds.
 */
export function isExpansionGood(
  expanded: { at: number; timeZone: string },
  { now, timeZone }: { now: number; timeZone: string },
): boolean {
  return expanded.timeZone === timeZone && now - expanded.at < expandEveryHours * 3_600_000;
}
