import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { listInvitationsForMail, listOrganizationNames } from '@/db/queries/invitations';
import { listDomainsForMail } from '@/db/queries/organization-domains';
import { domainProofDays } from '@/domain/invitations';
import { issueToken } from './issue-token';
import type { MembershipMail } from './mailed-membership';

/** What mails about organizations say, as it stands now. */
export interface MembershipState {
  organizations: Map<string, { name: string; slug: string }>;
  invitations: Map<string, Awaited<ReturnType<typeof listInvitationsForMail>>[number]>;
  domains: Map<string, Awaited<ReturnType<typeof listDomainsForMail>>[number]>;
}

/** Reads it for all of them at once. */
export async function readMemberships(
  deliveries: readonly ClaimedDelivery[],
): Promise<MembershipState> {
  const idsOf = (key: 'organizationId' | 'invitationId' | 'domainId') => [
    ...new Set(deliveries.flatMap((delivery) => delivery[key] ?? [])),
  ];
  const [organizations, invitations, domains] = await Promise.all([
    listOrganizationNames(db, { ids: idsOf('organizationId') }),
    listInvitationsForMail(db, { ids: idsOf('invitationId') }),
    listDomainsForMail(db, { ids: idsOf('domainId') }),
  ]);
  return {
    organizations: byId(organizations),
    invitations: byId(invitations),
    domains: byId(domains),
  };
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** A mail about an organization, with a secret of its own where it has a link; or why it is not to go out. */
export async function membershipMailOf(
  delivery: ClaimedDelivery,
  { state, now }: { state: MembershipState; now: Temporal.Instant },
): Promise<MembershipMail | string> {
  const organization = state.organizations.get(delivery.organizationId ?? '');
  if (!organization) return 'organization_unknown';
  const about = { organization: organization.name, slug: organization.slug };
  const { person = '', role = 'member' } = delivery.membership ?? {};
  switch (delivery.kind) {
    case 'invitation': {
      const invitation = state.invitations.get(delivery.invitationId ?? '');
      const isOver =
        !invitation ||
        invitation.revokedAt !== null ||
        invitation.closedAt !== null ||
        invitation.uses > 0 ||
        invitation.expiresAt.epochMilliseconds <= now.epochMilliseconds;
      if (isOver) return 'invitation_over';
      const { expiresAt, name, inviterName: inviter } = invitation;
      const token = await issueToken(delivery, 'invitation', { now, expiresAt });
      const until = expiresAt.epochMilliseconds;
      return {
        kind: 'invitation',
        ...about,
        token,
        name,
        role: invitation.role,
        inviter,
        expiresAt: until,
      };
    }
    case 'domain_proof': {
      const asked = state.domains.get(delivery.domainId ?? '');
      const isOver = !asked || asked.verifiedAt !== null || asked.withdrawnAt !== null;
      if (isOver) return 'domain_over';
      const expiresAt = asked.createdAt.add({ hours: domainProofDays * 24 });
      if (expiresAt.epochMilliseconds <= now.epochMilliseconds) return 'domain_over';
      const token = await issueToken(delivery, 'domain', { now, expiresAt });
      const { domain, requesterName } = asked;
      const until = expiresAt.epochMilliseconds;
      return {
        kind: 'domain_proof',
        ...about,
        token,
        domain,
        person: requesterName ?? organization.name,
        expiresAt: until,
      };
    }
    case 'joined':
      return { kind: 'joined', ...about, person, role };
    case 'role_changed':
      return { kind: 'role_changed', ...about, role };
    default:
      return { kind: 'removed', ...about };
  }
}
