import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import {
  countWaitingMentors,
  getOrganizationMentorId,
  listOrganizationMentors,
} from '@/db/queries/organization-mentors';
import { getPermitting } from '@/db/queries/organizations';
import { getOwnMentor } from '@/db/queries/own-mentor';
import { countSessionsGiven } from '@/db/queries/mentor-profile';
import { getViewer } from '@/lib/auth/session';
import { takesBookings } from '@/lib/slots/rules/pause';
import { standingOf } from '../rules/standing';
import { publishingChecklist } from '../rules/publishing';
import { type OverseenMentor, overseenPerPage, type OverseenView } from '../schema/overseen';
import { loadOwnServices } from './mentor-page';
import { getSkillNames } from './skill-names';

const permission = 'manage_mentors';

/**
 * A page of an organization's mentors, for those who look after them. To everybody else the page does
 * not exist.
 * @param slug the organization's
 */
export async function loadOverseenMentors(slug: string, { q, state, after }: OverseenView) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  return asViewer(viewer, async (tx) => {
    const organization = await getPermitting(tx, { userId: viewer.id, slug, permission });
    if (!organization) return { status: 'missing' } as const;
    const { id: organizationId } = organization;
    const [{ rows, hasMore }, waiting] = await Promise.all([
      listOrganizationMentors(tx, {
        organizationId,
        standing: state,
        words: q,
        after,
        limit: overseenPerPage,
      }),
      countWaitingMentors(tx, { organizationId }),
    ]);
    const mentors = rows.map((row): OverseenMentor => ({
      ...row,
      name: row.name ?? row.slug,
    }));
    return { status: 'found', organization, mentors, hasMore, waiting } as const;
  });
}

/** One of them with all that visitors would see, published or not. */
export async function loadOverseenMentor(organizationSlug: string, slug: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const asked = { userId: viewer.id, slug: organizationSlug, permission } as const;
  const nameOf = await getSkillNames();
  return asViewer(viewer, async (tx) => {
    const organization = await getPermitting(tx, asked);
    if (!organization) return { status: 'missing' } as const;
    const { id: organizationId } = organization;
    const userId = await getOrganizationMentorId(tx, { organizationId, slug });
    const now = Temporal.Now.instant();
    const own = userId === null ? null : await getOwnMentor(tx, { userId, now });
    if (!own) return { status: 'missing' } as const;
    const [services, sessionsGiven] = await Promise.all([
      loadOwnServices(tx, own.id),
      countSessionsGiven(tx, { mentorId: own.id }),
    ]);
    const { publishedAt, approvedAt, ...shown } = own;
    return {
      status: 'found',
      organization,
      mentor: {
        ...shown,
        name: own.name ?? own.slug,
        skills: own.skills.map(nameOf),
        isPublished: publishedAt !== null,
        isApproved: approvedAt !== null,
        takingBookings: takesBookings(own, now.epochMilliseconds),
        standing: standingOf(own),
        sessionsGiven,
        checklist: publishingChecklist(own),
        services,
      },
    } as const;
  });
}
