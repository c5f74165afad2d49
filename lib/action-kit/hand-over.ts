import type { Temporal } from 'temporal-polyfill';
import { giveWhatWaits } from '@/lib/grants/service';

/** Gives somebody who has just signed in what has waited for them to come: credits. */
export async function handOver(options: { userId: string; now: Temporal.Instant }): Promise<void> {
  await giveWhatWaits(options);
}
