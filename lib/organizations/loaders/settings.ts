import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { getOrganizationSettings, listClosedDays } from '@/db/queries/organization-settings';
import { getPermitting } from '@/db/queries/organizations';
import { asViewer } from '@/db/viewer';
import { localDay } from '@/kernel/time/format';
import { getViewer } from '@/lib/auth/session';

/** An organization's settings, for those who may change them; to everybody else the page does not exist. */
export async function loadSettings(slug: string) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  return asViewer(viewer, async (tx) => {
    const permission = 'manage_settings';
    const organization = await getPermitting(tx, { userId: viewer.id, slug, permission });
    const organizationId = organization?.id;
    if (organizationId === undefined) return { status: 'missing' } as const;
    const settings = await getOrganizationSettings(tx, { organizationId });
    if (!settings) return { status: 'missing' } as const;
    const today = localDay(Temporal.Now.instant().epochMilliseconds, settings.timeZone);
    const closedDays = await listClosedDays(tx, { organizationId, from: today });
    return { status: 'found', settings, closedDays, today } as const;
  });
}
