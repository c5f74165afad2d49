import { Temporal } from 'temporal-polyfill';
import type { Turn } from '@/kernel/turn';

/**
 * Seconds that a run takes at most: every host lets a request go on for 60, and the last piece of work
 * has to end too.
 */
export const budgetSeconds = 50;

/** A job's turn that begins now: its own seconds, or what is left of the run. */
export function turnOf({ seconds }: { seconds: number }, { clock, endsAt }: Turn): Turn {
  const own = clock().add({ seconds });
  return { clock, endsAt: Temporal.Instant.compare(own, endsAt) < 0 ? own : endsAt };
}
