import 'server-only';
import { asViewer } from '@/db/viewer';
import { getOrganization } from '@/db/queries/organizations';
import { getViewerOfSession } from '@/lib/auth/viewing';

/**
 * Whether there is a home of an organization at `slug` for whoever holds a login session, or for a
 * visitor. For the proxy, where nothing of a request is known yet but its cookies.
 */
export async function organizationExistsFor({
  slug,
  sessionToken,
}: {
  slug: string;
  sessionToken: string | undefined;
}): Promise<boolean> {
  const viewer = await getViewerOfSession(sessionToken);
  const sought = { slug, viewerId: viewer?.id ?? null };
  return (await asViewer(viewer, (tx) => getOrganization(tx, sought))) !== null;
}
