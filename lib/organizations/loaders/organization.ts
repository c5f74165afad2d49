import 'server-only';
import { cache } from 'react';
import { db } from '@/db/client';
import { getOrganization } from '@/db/queries/organizations';
import { getViewer } from '@/lib/auth/session';
import type { OrganizationView } from '../schema';

/** The organization at `slug`, or null where there is none that the viewer may see. */
export const loadOrganization = cache(async (slug: string): Promise<OrganizationView | null> => {
  const viewer = await getViewer();
  const found = await getOrganization(db, { slug, viewerId: viewer?.id ?? null });
  if (!found) return null;
  const { isPublic, approvedAt, closedAt, defaultLocale: _, ...shown } = found;
  const isApproved = approvedAt !== null;
  const isClosed = closedAt !== null;
  return { ...shown, isApproved, isClosed, isForEverybody: isPublic && isApproved && !isClosed };
});
