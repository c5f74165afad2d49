import type { Temporal } from 'temporal-polyfill';
import { countFoundedBy, hasProvedAddress, insertOrganization } from '@/db/queries/founding';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { mostFounded, reservedSlugs } from '@/domain/organizations';
import { env } from '@/kernel/env';
import { isOperator } from '@/kernel/operators';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import type { Founding, FoundingRefusal } from '../schema';

/**
 * Founds an organization, whose founder is its owner. One founded by somebody who runs the installation
 * is approved; any other is for its members alone until it is.
 * @returns its slug
 */
export async function foundOrganization({
  userId,
  founding: { visibility, ...values },
  now,
}: {
  userId: string;
  founding: Founding;
  now: Temporal.Instant;
}): Promise<Result<{ slug: string }, FoundingRefusal>> {
  const { slug } = values;
  return inTransaction<Result<{ slug: string }, FoundingRefusal>>(async (tx) => {
    // Two forms at once count each other.
    const [person] = await lockPeople(tx, { ids: [userId] });
    if (!person || person.blockedAt !== null || !(await hasProvedAddress(tx, { userId }))) {
      return refused('not_found');
    }
    const runsAll = isOperator(person.email);
    if (!runsAll && env.ORGANIZATIONS_FOUNDED_BY !== 'anyone') return refused('not_found');
    if (!runsAll && (await countFoundedBy(tx, { userId })) >= mostFounded) {
      return refused('too_many');
    }
    if (reservedSlugs.has(slug)) return refused('slug_taken');
    const made = await insertOrganization(tx, {
      ...values,
      isPublic: visibility === 'public',
      approvedAt: runsAll ? now : null,
      foundedBy: userId,
      createdAt: now,
    });
    if (!made) return refused('slug_taken');
    const done = { organizationId: made.id, actorId: userId, now };
    await recordDeeds(tx, [
      {
        ...done,
        deed: 'organization.founded',
        subjectId: made.id,
        actedAs: runsAll ? 'operator' : 'member',
        after: { slug, isPublic: visibility === 'public' },
      },
      {
        ...done,
        deed: 'membership.begun',
        subjectId: userId,
        actedAs: 'owner',
        after: { role: 'owner' },
      },
    ]);
    return ok({ slug });
  });
}
