import type { UnreadSummary } from './schema';

/** The bell counts no further. */
export const mostUnread = 100;

/**
 * Whether this is what the bell's route answers. By hand, because the bell is on every page and a
 * schema would bring the whole of zod along.
 */
export function isUnreadSummary(value: unknown): value is UnreadSummary {
  if (typeof value !== 'object' || value === null) return false;
  const { count, waiting, latest } = value as Partial<UnreadSummary>;
  if (!Number.isInteger(count) || !Number.isInteger(waiting) || latest === undefined) return false;
  return latest === null || (typeof latest.id === 'string' && typeof latest.title === 'string');
}
