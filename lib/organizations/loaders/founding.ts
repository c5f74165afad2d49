import 'server-only';
import { env } from '@/kernel/env';
import { isOperator } from '@/kernel/operators';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';

/** What the viewer may do beyond any one organization. */
export async function loadRights() {
  const viewer = await getViewer();
  const runsAll = viewer !== null && isOperator(viewer.email);
  const mayFound = viewer !== null && (runsAll || env.ORGANIZATIONS_FOUNDED_BY === 'anyone');
  return { runsAll, mayFound };
}

/** What the form begins with, for who may found an organization; for everybody else there is no page. */
export async function loadFounding() {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const { runsAll, mayFound } = await loadRights();
  if (!mayFound) return { status: 'missing' } as const;
  return { status: 'found', isApproved: runsAll, timeZone: await getPageTimeZone() } as const;
}
