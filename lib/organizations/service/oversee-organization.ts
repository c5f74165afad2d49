import type { Temporal } from 'temporal-polyfill';
import { hasProvedAddress, lockOverseen, setOversight } from '@/db/queries/founding';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { isOperator } from '@/kernel/operators';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import type { Oversight } from '../schema';

const deeds = {
  approve: 'organization.approved',
  close: 'organization.closed',
  reopen: 'organization.reopened',
} as const;

/**
 * What those who run the installation do with an organization. In one that is closed nobody books or
 * joins, and its mentors are on no list; sessions that were booked go on. Done twice, it is done once.
 */
export async function overseeOrganization({
  userId,
  organizationId,
  oversight,
  now,
}: {
  userId: string;
  organizationId: string;
  oversight: Oversight;
  now: Temporal.Instant;
}): Promise<Result<{ id: string }, 'not_found'>> {
  return inTransaction<Result<{ id: string }, 'not_found'>>(async (tx) => {
    const [person] = await lockPeople(tx, { ids: [userId] });
    const runsAll =
      person !== undefined &&
      person.blockedAt === null &&
      isOperator(person.email) &&
      (await hasProvedAddress(tx, { userId }));
    if (!runsAll) return refused('not_found');
    const organization = await lockOverseen(tx, { id: organizationId });
    if (!organization) return refused('not_found');
    const { id, approvedAt, closedAt } = organization;
    const isDone = {
      approve: approvedAt !== null,
      close: closedAt !== null,
      reopen: closedAt === null,
    }[oversight];
    if (isDone) return ok({ id });
    const set =
      oversight === 'approve'
        ? { approvedAt: now }
        : { closedAt: oversight === 'close' ? now : null };
    await setOversight(tx, { id, set });
    await recordDeeds(tx, [
      {
        deed: deeds[oversight],
        subjectId: id,
        organizationId: id,
        actorId: userId,
        actedAs: 'operator',
        now,
      },
    ]);
    return ok({ id });
  });
}
