import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import { countRequests, listRequests } from '@/db/queries/requests';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import type { WaitingRequest } from '../schema/mentor-views';

/** More would not be answered in one sitting; the next ones follow as these are. */
const mostListed = 50;
/** Counted no further: the tab has no room for more digits. */
const mostCounted = 100;

type Loaded =
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | { status: 'found'; requests: WaitingRequest[]; timeZone: string };

/** What waits for the viewer's answer as a mentor, the most urgent first. */
export async function loadRequests(): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!viewer.isMentor) return { status: 'not_a_mentor' };
  const [rows, timeZone] = await Promise.all([
    asViewer(viewer, (tx) =>
      listRequests(tx, { mentorId: viewer.id, now: Temporal.Now.instant(), most: mostListed }),
    ),
    getPageTimeZone(),
  ]);
  return {
    status: 'found',
    timeZone,
    requests: rows.map(({ period, expiresAt, ...request }) => ({
      ...request,
      startsAt: period.start.epochMilliseconds,
      endsAt: period.end.epochMilliseconds,
      expiresAt: (expiresAt ?? period.start).epochMilliseconds,
    })),
  };
}

/** How many requests wait for the viewer's answer, up to a hundred; none for who does not mentor. */
export async function loadRequestCount(): Promise<number> {
  const viewer = await getViewer();
  if (!viewer?.isMentor) return 0;
  const waiting = { mentorId: viewer.id, now: Temporal.Now.instant(), most: mostCounted };
  return asViewer(viewer, (tx) => countRequests(tx, waiting));
}
