import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getEmailToken } from '@/db/queries/email-tokens';
import { getDomainToProve, getHolder, listDomains } from '@/db/queries/organization-domains';
import { listOpenOffers } from '@/db/queries/domain-offers';
import { domainProofDays, mostDomains } from '@/domain/invitations';
import { publicSlug } from '@/domain/organizations';
import { linkState, refusalOfLink } from '@/lib/auth/rules';
import { linkToken } from '@/lib/auth/schema';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { hashToken } from '@/lib/auth/tokens';
import type { DomainOffer, DomainView, ListedDomain } from '../schema/domains';
import { loadManaged } from './people';

/** An organization's domains, with how far the proof of each is. */
export async function loadDomains(slug: string) {
  const managed = await loadManaged(slug);
  if (managed.status !== 'found') return managed;
  const organizationId = managed.organization.id;
  const [rows, timeZone] = await Promise.all([
    listDomains(db, { organizationId, limit: mostDomains.all }),
    getPageTimeZone(),
  ]);
  const now = Temporal.Now.instant().epochMilliseconds;
  const domains = rows.map(({ id, domain, createdAt, verifiedAt, mailStatus }): ListedDomain => {
    const endsAt = createdAt.add({ hours: domainProofDays * 24 }).epochMilliseconds;
    const state = verifiedAt !== null ? 'proved' : endsAt <= now ? 'expired' : 'waiting';
    return { id, domain, state, at: verifiedAt?.epochMilliseconds ?? endsAt, mailStatus };
  });
  return { ...managed, domains, isForEverybody: slug === publicSlug, timeZone };
}

/**
 * What the page behind the mail to a postmaster shows: who asks, for what, and whether the link still
 * proves it; null where it opens nothing.
 */
export async function loadDomainProof(token: string): Promise<DomainView | null> {
  // Whether it has expired depends on when it is asked.
  await connection();
  if (!linkToken.safeParse(token).success) return null;
  const link = await getEmailToken(db, { tokenHash: hashToken(token) });
  const asked = link?.domainId ? await getDomainToProve(db, { id: link.domainId }) : null;
  if (!link || !asked) return null;
  const { domain, organizationId, organization, requesterName, verifiedAt, withdrawnAt } = asked;
  const { closedAt, ...shown } = organization;
  const now = Temporal.Now.instant().epochMilliseconds;
  const [holder, timeZone] = await Promise.all([getHolder(db, { domain }), getPageTimeZone()]);
  const isTaken = holder && holder.organizationId !== organizationId && !holder.isClosed;
  return {
    domain,
    organization: shown,
    requesterName,
    expiresAt: link.expiresAt.epochMilliseconds,
    refusal:
      withdrawnAt !== null
        ? 'withdrawn'
        : closedAt !== null
          ? 'closed'
          : (refusalOfLink(linkState(link), { purpose: 'domain', now }) ??
            (isTaken ? 'taken' : null)),
    isProved: verifiedAt !== null,
    timeZone,
  };
}

/** Organizations that are shown at once. */
const mostOffers = 10;

/** The organizations that have proved the domain of the viewer's address, and ask them to join. */
export async function loadDomainOffers(): Promise<DomainOffer[]> {
  const viewer = await getViewer();
  return viewer ? listOpenOffers(db, { userId: viewer.id, limit: mostOffers }) : [];
}
