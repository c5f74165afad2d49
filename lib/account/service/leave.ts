import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getEmailToken, spendEmailToken } from '@/db/queries/email-tokens';
import { revokeInvitations } from '@/db/queries/invitations';
import { beginLeaving, listOnlyOwned } from '@/db/queries/leaving';
import { lockPeople } from '@/db/queries/people';
import { getUserByEmail } from '@/db/queries/users';
import { violatedConstraint } from '@/db/errors';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { linkState, refusalOfLink } from '@/lib/auth/rules';
import { hashToken } from '@/lib/auth/tokens';
import { enqueueDeliveries } from '@/lib/outbox/service';
import type { LeaveRefusal } from '../schema';

/** Mails the link with which a user confirms that they want to be forgotten. */
export async function askToLeave({
  userId,
  email,
  locale,
  now,
}: {
  userId: string;
  email: string;
  locale: 'en' | 'fr';
  now: Temporal.Instant;
}): Promise<Result<undefined, never>> {
  await enqueueDeliveries(db, [
    { kind: 'forget_me', recipientId: userId, recipientEmail: email, locale, now },
  ]);
  return ok(undefined);
}

/**
 * Whoever holds the link of that mail is a user no more: nobody signs in as them from now on, and a
 * periodic job calls off what they have planned and forgets them ({@link forgetWhoLeft}).
 * An only owner hands their organization over first.
 */
export async function leave({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<{ userId: string }, LeaveRefusal>> {
  const tokenHash = hashToken(token);
  const work = inTransaction<Result<{ userId: string }, LeaveRefusal>>(async (tx) => {
    const link = await getEmailToken(tx, { tokenHash });
    const asked = { purpose: 'forget_me', now: now.epochMilliseconds } as const;
    const reason = refusalOfLink(link && linkState(link), asked);
    if (!link || reason !== null) return refused(reason ?? 'unknown');
    const user = await getUserByEmail(tx, { email: link.email });
    if (!user) return refused('unknown');
    const { id: userId } = user;
    await lockPeople(tx, { ids: [userId] });
    if ((await listOnlyOwned(tx, { userId })).length > 0) return refused('only_owner');
    // The guarded update lets one caller through; the look above only finds the words.
    if (!(await spendEmailToken(tx, { tokenHash, purpose: 'forget_me', now }))) {
      return refused('used');
    }
    const ended = await beginLeaving(tx, { userId, now });
    await revokeInvitations(tx, { organizationId: null, invitedBy: userId, now });
    await recordDeeds(
      tx,
      ended.map(({ organizationId, role }) => ({
        deed: 'membership.ended',
        subjectId: userId,
        organizationId,
        actorId: userId,
        actedAs: role,
        before: { role },
        now,
      })),
    );
    return ok({ userId });
  });
  return work.catch((error: unknown) => {
    // The other owner has left meanwhile.
    if (violatedConstraint(error) === 'memberships_keep_an_owner') return refused('only_owner');
    throw error;
  });
}
