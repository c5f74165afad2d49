import 'server-only';
import { validate as isUuid } from 'uuid';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getMember, listMembers } from '@/db/queries/memberships';
import { getPermitting } from '@/db/queries/organizations';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { membersPerPage, type PeopleView } from '../schema';
import { readLeaving } from './leaving';

/** The organization whose people the viewer looks after; to everybody else the page does not exist. */
export async function loadManaged(slug: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const asked = { userId: viewer.id, slug, permission: 'manage_people' } as const;
  const organization = await getPermitting(db, asked);
  if (!organization) return { status: 'missing' } as const;
  return { status: 'found', organization, viewer } as const;
}

/** A page of an organization's people. */
export async function loadPeople(slug: string, { q, role, after }: PeopleView) {
  const managed = await loadManaged(slug);
  if (managed.status !== 'found') return managed;
  const { organization } = managed;
  const [at, userId] = after?.split('_') ?? [];
  const cursor =
    at === undefined || userId === undefined || !isUuid(userId)
      ? null
      : { joinedAt: Temporal.Instant.fromEpochNanoseconds(BigInt(at) * 1000n), userId };
  const [rows, timeZone] = await Promise.all([
    // One more than is shown says whether there are others.
    listMembers(db, {
      organizationId: organization.id,
      search: q,
      role,
      cursor,
      limit: membersPerPage + 1,
    }),
    getPageTimeZone(),
  ]);
  const shown = rows.slice(0, membersPerPage);
  const last = rows.length > membersPerPage ? shown.at(-1) : undefined;
  return {
    ...managed,
    members: shown.map(({ joinedAt, ...row }) => ({
      ...row,
      joinedAt: joinedAt.epochMilliseconds,
    })),
    // The database has microseconds, and so has the place where this page ends.
    next: last ? `${last.joinedAt.epochNanoseconds / 1000n}_${last.userId}` : null,
    timeZone,
  };
}

/** A member, and what becomes of what they have when they are removed. */
export async function loadMember(slug: string, userId: string) {
  const managed = await loadManaged(slug);
  if (managed.status !== 'found') return managed;
  const { organization } = managed;
  const member = isUuid(userId)
    ? await getMember(db, { organizationId: organization.id, userId })
    : null;
  if (!member) return { status: 'missing' } as const;
  const leaving = await readLeaving({ organization, member });
  return { ...managed, member, leaving, timeZone: await getPageTimeZone() };
}
