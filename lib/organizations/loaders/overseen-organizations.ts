import 'server-only';
import { db } from '@/db/client';
import { listOverseen } from '@/db/queries/founding';
import { isOperator } from '@/kernel/operators';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { organizationsPerPage, type OperatorView, type OverseenOrganization } from '../schema';

/** A page of all organizations, for those who run the installation; for everybody else there is none. */
export async function loadOverseen({ q, after }: OperatorView) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  if (!isOperator(viewer.email)) return { status: 'missing' } as const;
  // One more than is shown says whether there are more.
  const [rows, timeZone] = await Promise.all([
    listOverseen(db, { words: q, after, limit: organizationsPerPage + 1 }),
    getPageTimeZone(),
  ]);
  const shown = rows.slice(0, organizationsPerPage);
  return {
    status: 'found',
    organizations: shown.map(overseenOf),
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    timeZone,
  } as const;
}

function overseenOf({
  approvedAt,
  closedAt,
  createdAt,
  founderName,
  founderEmail,
  ...row
}: Awaited<ReturnType<typeof listOverseen>>[number]): OverseenOrganization {
  return {
    ...row,
    isApproved: approvedAt !== null,
    isClosed: closedAt !== null,
    founder: founderEmail === null ? null : { name: founderName, email: founderEmail },
    createdAt: createdAt.epochMilliseconds,
  };
}
