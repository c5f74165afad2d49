import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { listPersonalAccounts } from '@/db/queries/ledger-statements';
import {
  countOwners,
  getMentorPage,
  getOwnMembership,
  listAhead,
  listToBeHeld,
} from '@/db/queries/memberships';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import type { MemberRole } from '@/domain/organizations';
import type { Leaving } from '../schema';

/** Sessions that are named. */
const mostNamed = 50;

/** An organization of the viewer's, and what becomes of what they have there when they leave it. */
export async function loadLeaving(slug: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const own = await getOwnMembership(db, { slug, userId: viewer.id });
  if (!own) return { status: 'missing' } as const;
  const { id, name, role } = own;
  const member = { userId: viewer.id, email: viewer.email, role };
  const leaving = await readLeaving({ organization: own, member });
  const timeZone = await getPageTimeZone();
  return { status: 'found', organization: { id, slug, name }, leaving, timeZone } as const;
}

/** The same of any member; who may ask, the caller knows. */
export async function readLeaving({
  organization: { id: organizationId, slug },
  member: { userId, email, role },
}: {
  organization: { id: string; slug: string };
  member: { userId: string; email: string; role: MemberRole };
}): Promise<Leaving> {
  const now = Temporal.Now.instant();
  const whose = { organizationId, userId };
  const [ahead, page, toBeHeld, owners, accounts] = await Promise.all([
    listAhead(db, { ...whose, email, now }),
    getMentorPage(db, whose),
    listToBeHeld(db, { organizationId, mentorId: userId, limit: mostNamed }),
    role === 'owner' ? countOwners(db, { organizationId }) : 0,
    listPersonalAccounts(db, { userId, kind: 'user' }),
  ]);
  const sessionOf = (row: (typeof ahead)[number]) => ({
    id: row.id,
    title: row.serviceTitle,
    other: row.mentorName,
    startsAt: row.period.start.epochMilliseconds,
  });
  const cancelled = ahead.filter(({ isOpenToAll }) => !isOpenToAll);
  return {
    cancelled: cancelled.map(sessionOf),
    kept: ahead.filter(({ isOpenToAll }) => isOpenToAll).map(sessionOf),
    refundedCredits: cancelled.reduce((sum, row) => sum + row.chargedCredits, 0),
    credits: accounts.find((account) => account.slug === slug)?.balance ?? 0,
    hasMentorPage: page !== null,
    toBeHeld: page
      ? toBeHeld.map(({ bookingId, serviceTitle, menteeName, period }) => ({
          id: bookingId,
          bookingId,
          title: serviceTitle,
          other: menteeName,
          startsAt: period.start.epochMilliseconds,
        }))
      : [],
    isLastOwner: role === 'owner' && owners <= 1,
  };
}
