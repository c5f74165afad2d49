import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { getEmailToken, spendEmailToken } from '@/db/queries/email-tokens';
import { lockOrganization } from '@/db/queries/memberships';
import {
  askForDomain,
  countDomainMails,
  countDomains,
  getDomain,
  getHolder,
  proveDomain,
  withdrawDomain,
} from '@/db/queries/organization-domains';
import { inTransaction, StartAgain } from '@/db/transaction';
import { mostDomainMailsADay, mostDomains } from '@/domain/invitations';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { linkState, refusalOfLink } from '@/lib/auth/rules';
import { hashToken } from '@/lib/auth/tokens';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { readEmailDomain } from '../rules/email-domains';
import type { DomainRefusal, ProofRefusal } from '../schema/domains';
import { asManager, deedOf, type Manager } from './as-manager';

interface Asking {
  /** Who looks after the organization's people. */
  userId: string;
  organizationId: string;
  now: Temporal.Instant;
}

interface Written {
  /** In the form in which it is kept. */
  domain: string;
  /** The organization's. */
  slug: string;
}

/**
 * Says that a domain is the organization's, which a mail to its postmaster (RFC 2142) is to prove. Whether
 * it is another's already nobody hears but who reads that mail.
 */
export async function addDomain({
  userId,
  organizationId,
  domain: text,
  now,
}: Asking & { domain: string }): Promise<Result<Written, DomainRefusal>> {
  const read = readEmailDomain(text);
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    if (!read.ok) return read;
    const domain = read.value;
    const { closedAt, isForEverybody } = manager.organization;
    if (closedAt !== null) return refused('closed');
    if (isForEverybody) return refused('for_everybody');
    const known = await getDomain(tx, { organizationId, domain });
    if (known && known.withdrawnAt === null) return refused('already_added');
    const others = await countDomains(tx, { organizationId, except: domain });
    if (others.all >= mostDomains.all) return refused('too_many');
    if (others.open >= mostDomains.open) return refused('too_many_open');
    return writeToPostmaster(tx, { manager, userId, domain, now });
  });
}

/** Writes to the postmaster again, whose answer then counts for as long as the first would have. */
export async function sendDomainAgain({
  userId,
  organizationId,
  domainId,
  now,
}: Asking & { domainId: string }): Promise<Result<Written, DomainRefusal>> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    const known = manager && (await getOwn(tx, { organizationId, domainId }));
    if (!known) return refused('not_found');
    if (manager.organization.closedAt !== null) return refused('closed');
    if (known.verifiedAt !== null) return refused('already_added');
    return writeToPostmaster(tx, { manager, userId, domain: known.domain, now });
  });
}

/** A domain that the organization has, or asks for; under its lock it stays as it is. */
async function getOwn(
  tx: Transaction,
  { organizationId, domainId }: { organizationId: string; domainId: string },
) {
  const found = await getDomain(tx, { id: domainId });
  const isOwn = found?.organizationId === organizationId && found.withdrawnAt === null;
  return isOwn ? found : null;
}

async function writeToPostmaster(
  tx: Transaction,
  {
    manager,
    userId,
    domain,
    now,
  }: { manager: Manager; userId: string; domain: string; now: Temporal.Instant },
): Promise<Result<Written, DomainRefusal>> {
  const { id: organizationId, slug, locale } = manager.organization;
  const since = now.subtract({ hours: 24 });
  const sent = await countDomainMails(tx, { organizationId, domain, since });
  const { ofOrganization, aboutDomain } = mostDomainMailsADay;
  if (sent.ofOrganization >= ofOrganization || sent.aboutDomain >= aboutDomain) {
    return refused('over_cap');
  }
  const domainId = await askForDomain(tx, { organizationId, domain, requestedBy: userId, now });
  await enqueueDeliveries(tx, [
    {
      kind: 'domain_proof',
      recipientId: null,
      recipientEmail: `postmaster@${domain}`,
      locale,
      organizationId,
      domainId,
      now,
    },
  ]);
  await recordDeeds(tx, [
    {
      ...deedOf(manager, { userId, now }),
      deed: 'domain.asked',
      subjectId: domainId,
      after: { domain },
    },
  ]);
  return ok({ domain, slug });
}

/**
 * Takes a domain back, proved or not: nobody is asked because of it any more, and another organization may
 * prove it. Who has joined stays.
 */
export async function takeDomainBack({
  userId,
  organizationId,
  domainId,
  now,
}: Asking & { domainId: string }): Promise<Result<{ slug: string }, 'not_found'>> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    const known = manager && (await getOwn(tx, { organizationId, domainId }));
    if (!known) return refused('not_found');
    const { domain } = known;
    await withdrawDomain(tx, { id: domainId, now });
    await recordDeeds(tx, [
      {
        ...deedOf(manager, { userId, now }),
        deed: 'domain.withdrawn',
        subjectId: domainId,
        before: { domain, isProved: known.verifiedAt !== null },
      },
    ]);
    return ok({ slug: manager.organization.slug });
  });
}

/**
 * Proves a domain by the secret of the mail to its postmaster, once. Of two organizations that are
 * confirmed at once one has it, and keeps it until it withdraws it or is closed; the link of the other is
 * good for as long as before.
 */
export async function proveByLink({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<undefined, ProofRefusal>> {
  const tokenHash = hashToken(token);
  return inTransaction<Result<undefined, ProofRefusal>>(async (tx) => {
    const link = await getEmailToken(tx, { tokenHash });
    const reason = refusalOfLink(link && linkState(link), {
      purpose: 'domain',
      now: now.epochMilliseconds,
    });
    const seen = link?.domainId ? await getDomain(tx, { id: link.domainId }) : null;
    if (!seen || reason !== null) return refused(reason ?? 'unknown');
    const organization = await lockOrganization(tx, { id: seen.organizationId });
    const asked = await getDomain(tx, { id: seen.id });
    if (!organization || !asked) return refused('unknown');
    if (asked.withdrawnAt !== null) return refused('withdrawn');
    if (organization.closedAt !== null) return refused('closed');
    const holder = await getHolder(tx, { domain: asked.domain });
    if (holder && holder.organizationId !== organization.id && !holder.isClosed) {
      return refused('taken');
    }
    if (!(await spendEmailToken(tx, { tokenHash, purpose: 'domain', now }))) return refused('used');
    // By the link of an earlier mail.
    if (asked.verifiedAt !== null) return ok(undefined);
    const about = { actorId: null, actedAs: 'system', now } as const;
    const { domain } = asked;
    if (holder) {
      await withdrawDomain(tx, { id: holder.id, now });
      const { id: subjectId, organizationId } = holder;
      const before = { domain, isProved: true };
      const lost = { deed: 'domain.withdrawn', subjectId, organizationId, before } as const;
      await recordDeeds(tx, [{ ...about, ...lost }]);
    }
    await proveDomain(tx, { id: asked.id, now }).catch(startAgainIfTaken);
    const proved = { deed: 'domain.proved', subjectId: asked.id, after: { domain } } as const;
    await recordDeeds(tx, [{ ...about, ...proved, organizationId: organization.id }]);
    return ok(undefined);
  });
}

/** Another organization was a moment earlier, and is found the second time. */
function startAgainIfTaken(error: unknown): never {
  if (violatedConstraint(error) === 'organization_domains_proved_key') throw new StartAgain();
  throw error;
}
