import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { getRole, lockOrganization, type LockedOrganization } from '@/db/queries/memberships';
import { getPermitting } from '@/db/queries/organizations';
import type { MemberRole } from '@/domain/organizations';

/** Somebody who looks after an organization's people, under the organization's lock. */
export interface Manager {
  organization: LockedOrganization;
  role: MemberRole;
}

/**
 * Locks an organization and says what the user is in it; null where its people are not theirs to look
 * after. Roles change under the same lock, so it holds until the transaction ends.
 */
export async function asManager(
  tx: Transaction,
  { userId, organizationId }: { userId: string; organizationId: string },
): Promise<Manager | null> {
  const organization = await lockOrganization(tx, { id: organizationId });
  if (!organization) return null;
  const asked = { userId, organizationId };
  if (!(await getPermitting(tx, { ...asked, permission: 'manage_people' }))) return null;
  const role = await getRole(tx, asked);
  return role && { organization, role };
}

/** What every deed of theirs has in the audit trail. */
export function deedOf(
  { organization, role }: Manager,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  return { organizationId: organization.id, actorId: userId, actedAs: role, now };
}
