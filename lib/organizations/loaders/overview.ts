import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import { countWaitingMentors } from '@/db/queries/organization-mentors';
import {
  countNewMembers,
  countUnanswered,
  listUnanswered,
} from '@/db/queries/organization-overview';
import { getPermitting } from '@/db/queries/organizations';
import { countUnsentMails } from '@/db/queries/unsent-mails';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { mostCounted, newDays, type Overview, shownRequests, unsentDays } from '../schema/overview';

/**
 * What needs those who run an organization, and who is new in it. To everybody else the page does not exist.
 * @param slug the organization's
 */
export async function loadOverview(slug: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const timeZone = await getPageTimeZone();
  return asViewer(viewer, async (tx) => {
    const asked = { userId: viewer.id, slug, permission: 'oversee_bookings' } as const;
    const organization = await getPermitting(tx, asked);
    if (!organization) return { status: 'missing' } as const;
    const now = Temporal.Now.instant();
    const { id: organizationId, name } = organization;
    const daysAgo = (days: number) => now.subtract({ hours: 24 * days });
    const most = mostCounted + 1;
    const [requests, unanswered, failedMails, waitingMentors, newMembers] = await Promise.all([
      listUnanswered(tx, { organizationId, now, limit: shownRequests }),
      countUnanswered(tx, { organizationId, now, most }),
      countUnsentMails(tx, {
        organizationId,
        adminId: viewer.id,
        state: 'failed',
        since: daysAgo(unsentDays),
        most,
      }),
      countWaitingMentors(tx, { organizationId }),
      countNewMembers(tx, { organizationId, since: daysAgo(newDays), most }),
    ]);
    const overview: Overview = {
      name,
      timeZone,
      requests: requests.map(({ period, expiresAt, ...request }) => ({
        ...request,
        startsAt: period.start.epochMilliseconds,
        expiresAt: (expiresAt ?? period.start).epochMilliseconds,
      })),
      counts: { unanswered, waitingMentors, failedMails, newMembers },
    };
    return { status: 'found', overview } as const;
  });
}
