import type { Temporal } from 'temporal-polyfill';
import { giveWhatWaits } from '@/lib/grants/service';
import { askByDomain } from '@/lib/memberships/service/domain-offers';

/** Gives somebody who has just signed in what has waited for them to come: credits, and who asks them to join. */
export async function handOver(options: { userId: string; now: Temporal.Instant }): Promise<void> {
  await giveWhatWaits(options);
  await askByDomain(options);
}
