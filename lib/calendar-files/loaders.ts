import 'server-only';
import { asViewer } from '@/db/viewer';
import { getFeed } from '@/db/queries/calendar-feeds';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';

/** The viewer's own feed, without its secret, which nobody has; null when nobody is signed in. */
export async function loadOwnFeed() {
  const viewer = await getViewer();
  if (!viewer) return null;
  const [feed, timeZone] = await Promise.all([
    asViewer(viewer, (tx) => getFeed(tx, { userId: viewer.id })),
    getPageTimeZone(),
  ]);
  return {
    /** When its present link was made, epoch milliseconds; null while there is none. */
    madeAt: feed?.createdAt.epochMilliseconds ?? null,
    timeZone,
  };
}
