import 'server-only';
import { validate as isUuid } from 'uuid';
import { db } from '@/db/client';
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
  const [organization, done, timeZone] = await Promise.all([
    getPermitting(db, { userId: viewer.id, slug, permission: 'give_credits' }),
    given === null ? null : getGrantReport(db, { id: given, slug, viewerId: viewer.id }),
    getPageTimeZone(),
  ]);
  if (!organization) return { status: 'missing' } as const;
  const { rows, total } = await listGrants(db, {
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
}

/** A grant of an organization's with what became, or will become, of each row. */
export async function loadGrant(slug: string, id: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const [report, timeZone] = await Promise.all([
    isUuid(id) ? getGrantReport(db, { id, slug, viewerId: viewer.id }) : null,
    getPageTimeZone(),
  ]);
  if (!report) return { status: 'missing' } as const;
  const { organization, givenAt, sameFileGivenAt, rows, ...rest } = report;
  const waiting = new Set(
    givenAt === null ? [] : await listWaitingAddresses(db, { grantId: report.id }),
  );
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
