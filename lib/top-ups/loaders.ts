import 'server-only';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import { getOwnTopUp, listPendingTopUps } from '@/db/queries/top-ups';
import { getViewer } from '@/lib/auth/session';
import { env } from '@/kernel/env';
import { formatPrice } from './rules';
import type { ReturnedTopUp, TopUpReturn } from './schema';

/** Payments under way that a page shows. */
const mostPending = 5;

/**
 * What the viewer can buy, what of theirs is under way, and how it went when they come back from
 * paying. Null where nothing is sold, and to nobody in particular.
 */
export async function loadTopUps({
  arrival,
  locale,
}: {
  /** What the address says. */
  arrival: TopUpReturn;
  locale: 'en' | 'fr';
}) {
  const selling = env.topUps;
  if (!selling) return null;
  const viewer = await getViewer();
  if (!viewer) return null;
  const [returned, pending] = await asViewer(viewer, (tx) =>
    Promise.all([
      returnedTopUp(tx, arrival, viewer.id),
      listPendingTopUps(tx, { userId: viewer.id, limit: mostPending }),
    ]),
  );
  const { currency } = selling;
  return {
    packs: selling.packs.map(({ credits, amount }) => ({
      credits,
      price: formatPrice({ amount, currency }, locale),
    })),
    returned,
    // What the viewer has just come back from is said above.
    pending: pending.filter(({ id }) => id !== arrival.id),
  };
}

async function returnedTopUp(
  executor: ViewerExecutor,
  { top_up: result, id }: TopUpReturn,
  userId: string,
): Promise<ReturnedTopUp | null> {
  if (result === null || id === null) return null;
  const topUp = await getOwnTopUp(executor, { id, userId });
  if (!topUp) return null;
  const { status, credits } = topUp;
  // Whoever went back and then paid after all, in another tab, reads what is true.
  if (result === 'cancelled' && status !== 'paid' && status !== 'pending') {
    return { state: 'cancelled' };
  }
  if (status === 'open') return { state: 'waiting', credits };
  return { state: status === 'expired' ? 'failed' : status, credits };
}
