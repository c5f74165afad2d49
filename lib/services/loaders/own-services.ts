import 'server-only';
import { z } from 'zod';
import { db } from '@/db/client';
import { getOwnService, listOwnServices, listOwnVariants } from '@/db/queries/own-services';
import { requireViewer } from '@/lib/auth/session';
import type { OwnService } from '../schema';

type ServiceRow = Awaited<ReturnType<typeof listOwnServices>>[number];
type VariantRow = Awaited<ReturnType<typeof listOwnVariants>>[number];

/** All that the viewer offers or has offered, in their order. Null: they do not mentor. */
export async function loadOwnServices({ path }: { path: string }): Promise<OwnService[] | null> {
  const { id: mentorId, isMentor } = await requireViewer({ next: path });
  if (!isMentor) return null;
  const rows = await listOwnServices(db, { mentorId });
  const serviceIds = rows.map(({ id }) => id);
  const variants = await listOwnVariants(db, { mentorId, serviceIds });
  return rows.map((row) => withVariants(row, variants));
}

/** Null: no service, or not the viewer's; the two answer alike. */
export async function loadOwnService(
  serviceId: string,
  { path }: { path: string },
): Promise<OwnService | null> {
  const { id: mentorId } = await requireViewer({ next: path });
  if (!z.uuid().safeParse(serviceId).success) return null;
  const row = await getOwnService(db, { mentorId, serviceId });
  if (!row) return null;
  return withVariants(row, await listOwnVariants(db, { mentorId, serviceIds: [serviceId] }));
}

function withVariants({ archivedAt, ...row }: ServiceRow, variants: VariantRow[]): OwnService {
  return {
    ...row,
    isArchived: archivedAt !== null,
    variants: variants
      .filter(({ serviceId }) => serviceId === row.id)
      .map(({ id, durationMinutes, priceCredits }) => ({ id, durationMinutes, priceCredits })),
  };
}
