import 'server-only';
import { cache } from 'react';
import { asViewer } from '@/db/viewer';
import { getOrganization } from '@/db/queries/organizations';
import { getViewer } from '@/lib/auth/session';
import type { OrganizationView } from '../schema';

/** The organization at `slug`, or null where there is none that the viewer may see. */
export const loadOrganization = cache(async (slug: string): Promise<OrganizationView | null> => {
  const viewer = await getViewer();
  const sought = { slug, viewerId: viewer?.id ?? null };
  const found = await asViewer(viewer, (tx) => getOrganization(tx, sought));
  if (!found) return null;
  const { isPublic, approvedAt, closedAt, defaultLocale: _, ...shown } = found;
  const isApproved = approvedAt !== null;
  const isClosed = closedAt !== null;
  return { ...shown, isApproved, isClosed, isForEverybody: isPublic && isApproved && !isClosed };
});
