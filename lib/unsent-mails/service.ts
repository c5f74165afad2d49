import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getPermitting } from '@/db/queries/organizations';
import { retryFailedMails } from '@/db/queries/unsent-mails';
import { log } from '@/kernel/log';
import { ok, refused, type Result } from '@/kernel/result';
import { mostAtOnce, retriableDays, retriableKinds } from './rules';

/**
 * Has mails of an organization's sent again that failed for good: `only` that one, or all of them, up
 * to `mostAtOnce`. Each gets its attempts anew, and is written anew from what is
 * true now: what makes no sense any more is then skipped, with the reason.
 *
 * The id stays the provider's key. Within the day that the provider keeps it, a mail that had in fact
 * arrived is thus not sent twice; after it, an admin's word that it did not arrive is what we have.
 * @returns the deliveries' ids, and the organization's slug; `not_found` when there is nothing of theirs to send
 */
export async function retryMails({
  userId,
  organizationId,
  only = null,
  now,
}: {
  userId: string;
  organizationId: string;
  only?: string | null;
  now: Temporal.Instant;
}): Promise<Result<{ ids: string[]; organization: string }, 'not_found'>> {
  const organization = await getPermitting(db, {
    userId,
    organizationId,
    permission: 'oversee_mails',
  });
  if (!organization) return refused('not_found');
  const ids = await retryFailedMails(db, {
    adminId: userId,
    organizationId,
    kinds: retriableKinds,
    since: now.subtract({ hours: retriableDays * 24 }),
    only,
    limit: mostAtOnce,
    now,
  });
  if (ids.length === 0) return refused('not_found');
  log.info({ adminId: userId, count: ids.length, only }, 'an admin has failed mails sent again');
  return ok({ ids, organization: organization.slug });
}
