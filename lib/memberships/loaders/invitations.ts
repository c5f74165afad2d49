import 'server-only';
import { validate as isUuid } from 'uuid';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getImport } from '@/db/queries/invitation-imports';
import { countOpenInvitations, listOpenInvitations } from '@/db/queries/invitations';
import { publicSlug, rolesUpTo } from '@/domain/organizations';
import { getPageTimeZone } from '@/lib/auth/session';
import { invitationsPerPage } from '../schema';
import { loadManaged } from './people';

/** Links that are listed: each is made by hand, and few are. */
const mostLinks = 50;

/** An organization's invitations that still let somebody in, or did, and what the viewer may give. */
export async function loadInvitations(slug: string, { page }: { page: number }) {
  const managed = await loadManaged(slug);
  if (managed.status !== 'found') return managed;
  const { organization } = managed;
  const now = Temporal.Now.instant();
  const asked = { organizationId: organization.id, now };
  const [links, mails, total, timeZone] = await Promise.all([
    listOpenInvitations(db, { ...asked, kind: 'link', limit: mostLinks, offset: 0 }),
    listOpenInvitations(db, {
      ...asked,
      kind: 'mail',
      limit: invitationsPerPage,
      offset: (page - 1) * invitationsPerPage,
    }),
    countOpenInvitations(db, { ...asked, kind: 'mail' }),
    getPageTimeZone(),
  ]);
  const shown = ({ createdAt, expiresAt, ...row }: (typeof mails)[number]) => ({
    ...row,
    createdAt: createdAt.epochMilliseconds,
    expiresAt: expiresAt.epochMilliseconds,
    isExpired: expiresAt.epochMilliseconds <= now.epochMilliseconds,
  });
  const isForEverybody = slug === publicSlug;
  return {
    ...managed,
    links: links.map(shown),
    mails: mails.map(shown),
    total,
    isForEverybody,
    roles: rolesUpTo(organization.role).filter((role) => !isForEverybody || role !== 'member'),
    timeZone,
  };
}

/** A file of people with what became, or will become, of each row. */
export async function loadImport(slug: string, id: string) {
  const managed = await loadManaged(slug);
  if (managed.status !== 'found') return managed;
  const found = isUuid(id) ? await getImport(db, { id, slug, viewerId: managed.viewer.id }) : null;
  if (!found) return { status: 'missing' } as const;
  const { fileName, rows, sentAt, actorName } = found;
  const report = { id, fileName, rows, sentAt: sentAt?.epochMilliseconds ?? null, actorName };
  return { ...managed, report, timeZone: await getPageTimeZone() };
}
