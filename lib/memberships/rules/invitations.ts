import { type InvitationKind, mostInvitationsADay } from '@/domain/invitations';
import { type MemberRole, rolesUpTo } from '@/domain/organizations';
import type { InvitationRefusal } from '../schema';

/** What decides whether an invitation lets somebody in. Instants are epoch milliseconds. */
export interface InvitationFacts {
  role: MemberRole;
  expiresAt: number;
  /** Null: any number. */
  mostUses: number | null;
  uses: number;
  isRevoked: boolean;
  isClosed: boolean;
}

interface Instant {
  epochMilliseconds: number;
}

/** An invitation's columns that decide, as queries read them. */
export function factsOf({
  organization: { closedAt },
  revokedAt,
  expiresAt,
  ...rest
}: Pick<InvitationFacts, 'role' | 'mostUses' | 'uses'> & {
  expiresAt: Instant;
  revokedAt: Instant | null;
  organization: { closedAt: Instant | null };
}): InvitationFacts {
  return {
    ...rest,
    expiresAt: expiresAt.epochMilliseconds,
    isRevoked: revokedAt !== null,
    isClosed: closedAt !== null,
  };
}

/** Why an invitation lets nobody in, or null where it does. */
export function refusalOfInvitation(
  invitation: InvitationFacts,
  { now }: { now: number },
): InvitationRefusal | null {
  if (invitation.isRevoked) return 'revoked';
  if (invitation.isClosed) return 'closed';
  if (invitation.mostUses !== null && invitation.uses >= invitation.mostUses) return 'used';
  return invitation.expiresAt <= now ? 'expired' : null;
}

/**
 * Whether an invitation still stands for what it is: a mail to a member to be does, whatever has become of
 * who invited; a link, which lets in whoever has kept it, while they belong to the organization; and a higher
 * role, while they may give it.
 * @param inviterRole null: no member any more
 */
export function isStillGiven(
  { kind, role }: { kind: InvitationKind; role: MemberRole },
  inviterRole: MemberRole | null,
): boolean {
  if (inviterRole === null) return kind === 'mail' && role === 'member';
  return role === 'member' || rolesUpTo(inviterRole).includes(role);
}

/** Mails of invitation that an organization may still write, having written `written` in 24 hours. */
export function mailsLeft({
  isApproved,
  written,
}: {
  isApproved: boolean;
  written: number;
}): number {
  const { known, unknown } = mostInvitationsADay;
  return Math.max(0, (isApproved ? known : unknown) - written);
}
