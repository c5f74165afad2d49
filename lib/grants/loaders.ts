import 'server-only';
import { validate as isUuid } from 'uuid';
import { asViewer } from '@/db/viewer';
import { getGrantReport, listGrants, listWaitingAddresses } from '@/db/queries/grants';
import { getPermitting } from '@/db/queries/organizations';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { scopeOf } from './rules/amounts';
import { grantsPerPage, type GrantReport, type GrantsView } from './schema';

/**
 * What an organization of the viewer's has given. To everybody who does not give its credits, the page
 * does not exist.
 * @param slug the organization's
 */
export async function loadGrants(slug: string, { page, given }: GrantsView) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const timeZone = await getPageTimeZone();
  return asViewer(viewer, async (tx) => {
    const [organization, done] = await Promise.all([
      getPermitting(tx, { userId: viewer.id, slug, permission: 'give_credits' }),
      given === null ? null : getGrantReport(tx, { id: given, slug, viewerId: viewer.id }),
    ]);
    if (!organization) return { status: 'missing' } as const;
    const { rows, total } = await listGrants(tx, {
      organizationId: organization.id,
      limit: grantsPerPage,
      offset: (page - 1) * grantsPerPage,
    });
    return {
      status: 'found',
      organization: { ...organization, scope: scopeOf(organization) },
      grants: rows.map((row) => ({ ...row, givenAt: row.givenAt.epochMilliseconds })),
      total,
      done: done && {
        recipient: done.rows[0]?.email ?? '',
        isWaiting: done.rows[0]?.outcome === 'waiting',
        totalCredits: done.totalCredits,
      },
      timeZone,
    } as const;
  });
}

/** A grant of an organization's with what became, or will become, of each row. */
export async function loadGrant(slug: string, id: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const timeZone = await getPageTimeZone();
  const found = await asViewer(viewer, async (tx) => {
    const read = isUuid(id) ? await getGrantReport(tx, { id, slug, viewerId: viewer.id }) : null;
    if (!read) return null;
    const addresses =
      read.givenAt === null ? [] : await listWaitingAddresses(tx, { grantId: read.id });
    return { report: read, waiting: new Set(addresses) };
  });
  if (!found) return { status: 'missing' } as const;
  const { report, waiting } = found;
  const { organization, givenAt, sameFileGivenAt, rows, ...rest } = report;
  const grant: GrantReport = {
    ...rest,
    rows: rows.map((row) => ({
      ...row,
      // They have come since.
      ...(givenAt !== null &&
        row.outcome === 'waiting' &&
        !waiting.has(row.email) && { outcome: 'given' as const }),
    })),
    organization: { ...organization, scope: scopeOf(organization) },
    givenAt: givenAt?.epochMilliseconds ?? null,
    sameFileGivenAt: sameFileGivenAt?.epochMilliseconds ?? null,
  };
  return { status: 'found', grant, timeZone } as const;
}
