import 'server-only';
import { cache } from 'react';
import { asViewer } from '@/db/viewer';
import { listOrganizationsOf } from '@/db/queries/organizations';
import { getViewer } from '@/lib/auth/session';
import type { OwnOrganization } from '../schema';

/** What the viewer belongs to beside the public organization, in which a role of theirs counts too. */
export const loadOwnOrganizations = cache(async (): Promise<OwnOrganization[]> => {
  const viewer = await getViewer();
  if (!viewer) return [];
  return asViewer(viewer, (tx) => listOrganizationsOf(tx, { userId: viewer.id }));
});
