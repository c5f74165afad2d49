import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getSessionUserId } from '@/db/queries/auth-sessions';
import { getOrganization } from '@/db/queries/organizations';

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
  const viewerId =
    sessionToken === undefined
      ? null
      : await getSessionUserId(db, { sessionToken, now: Temporal.Now.instant() });
  return (await getOrganization(db, { slug, viewerId })) !== null;
}
