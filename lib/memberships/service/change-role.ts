import type { Temporal } from 'temporal-polyfill';
import { countOwners, getMember, updateRole } from '@/db/queries/memberships';
import { inTransaction } from '@/db/transaction';
import { type MemberRole, rolesUpTo } from '@/domain/organizations';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import type { MemberRefusal } from '../schema';
import { asManager, deedOf } from './as-manager';

/**
 * Makes a member something else, up to what the one who asks is themselves, and tells them. The
 * organization is locked first, so of two owners who demote each other the second is not one any more,
 * or the last.
 */
export async function changeRole({
  actorId,
  organizationId,
  userId,
  role,
  now,
}: {
  actorId: string;
  organizationId: string;
  userId: string;
  role: MemberRole;
  now: Temporal.Instant;
}): Promise<Result<undefined, MemberRefusal>> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId: actorId, organizationId });
    const member = manager && (await getMember(tx, { organizationId, userId }));
    if (!member) return refused('not_found');
    const own = rolesUpTo(manager.role);
    if (!own.includes(member.role) || !own.includes(role)) return refused('not_allowed');
    if (member.role === role) return ok(undefined);
    if (member.role === 'owner' && (await countOwners(tx, { organizationId })) <= 1) {
      return refused('last_owner');
    }
    await updateRole(tx, { organizationId, userId, role });
    await recordDeeds(tx, [
      {
        ...deedOf(manager, { userId: actorId, now }),
        deed: 'membership.changed',
        subjectId: userId,
        before: { role: member.role },
        after: { role },
      },
    ]);
    if (userId === actorId) return ok(undefined);
    const { name: organization, slug } = manager.organization;
    const content = { kind: 'role_changed' as const, data: { organization, slug, role } };
    await enqueueNotifications(tx, [{ userId, bookingId: null, content, now }]);
    await enqueueDeliveries(tx, [
      {
        kind: 'role_changed',
        recipientId: userId,
        recipientEmail: member.email,
        locale: member.locale,
        organizationId,
        membership: { role },
        now,
      },
    ]);
    return ok(undefined);
  });
}
