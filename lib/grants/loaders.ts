import 'server-only';
import { validate as isUuid } from 'uuid';
import { db } from '@/db/client';
import { getGrantReport, listGrants, listWaitingAddresses } from '@/db/queries/grants';
import { listPermitting } from '@/db/queries/organizations';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { scopeOf } from './rules/amounts';
import { grantsPerPage, type GrantReport, type GrantsView } from './schema';

/**
 * What an organization of the viewer's has given, and which others they give for. To everybody who
 * administers none, the page does not exist. A grant that has just been made decides which is shown.
 */
export async function loadGrants({ organization: slug, page, given }: GrantsView) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  if (!viewer.isAdmin) return { status: 'missing' } as const;
  const [administered, done, timeZone] = await Promise.all([
    listPermitting(db, { userId: viewer.id, permission: 'give_credits' }),
    given === null ? null : getGrantReport(db, { id: given, viewerId: viewer.id }),
    getPageTimeZone(),
  ]);
  const organizations = administered.map((organization) => ({
    ...organization,
    scope: scopeOf(organization),
  }));
  const wanted = done?.organization.slug ?? slug;
  const organization = organizations.find((own) => own.slug === wanted) ?? organizations[0];
  if (!organization) return { status: 'missing' } as const;
  const { rows, total } = await listGrants(db, {
    organizationId: organization.id,
    limit: grantsPerPage,
    offset: (page - 1) * grantsPerPage,
  });
  return {
    status: 'found',
    organizations,
    organization,
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

/** A grant with what became, or will become, of each row. */
export async function loadGrant(id: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const [report, timeZone] = await Promise.all([
    isUuid(id) ? getGrantReport(db, { id, viewerId: viewer.id }) : null,
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
