import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { type InvitationKind, linkDays, mostLinkUses, mostNameLetters } from '@/domain/invitations';
import { type MemberRole, memberRoles } from '@/domain/organizations';
import { emailAddress, linkToken } from '@/lib/auth/schema';

/** Why an invitation lets nobody in. */
export type InvitationRefusal = 'expired' | 'used' | 'revoked' | 'closed';

/**
 * Why somebody does not join. `not_signed_in`: a link is for who is signed in.
 */
export type JoinRefusal =
  | InvitationRefusal
  | 'unknown'
  | 'not_signed_in'
  | 'blocked'
  | 'disposable';

/** Why nobody is invited. `not_found`: the organization is not the user's to invite into. */
export type InviteRefusal =
  | 'not_found'
  | 'closed'
  | 'high_role'
  | 'already_member'
  | 'already_invited'
  | 'for_everybody'
  | 'disposable'
  | 'over_cap';

/** Why a member stays, or stays what they are. `not_allowed`: they are more than the one who asks. */
export type MemberRefusal = 'not_found' | 'not_allowed' | 'last_owner';
export type LeaveRefusal = MemberRefusal | 'has_sessions';

/** What stands in the address of an invitation's page: a secret, or the id of one to the reader's address. */
export const invitationKey = z.union([linkToken, z.uuid()]);

export const joinForm = z.object({ key: invitationKey });

const organization = { organizationId: z.uuid() };

export const invitedName = oneLine(mostNameLetters);

export const linkForm = z.object({
  ...organization,
  days: z.coerce.number().int().min(linkDays.least).max(linkDays.most),
  mostUses: z.union([
    z.literal('').transform(() => null),
    z.coerce.number().int().min(1).max(mostLinkUses),
  ]),
});

export const inviteForm = z.object({
  ...organization,
  email: emailAddress,
  name: invitedName,
  role: z.enum(memberRoles),
});

export const invitationForm = z.object({ ...organization, invitationId: z.uuid() });

export const importForm = z.object({
  ...organization,
  requestId: z.uuid(),
  file: z.instanceof(File).nullable().catch(null),
});

export const sendImportForm = z.object({ importId: z.uuid() });

export const roleForm = z.object({
  ...organization,
  userId: z.uuid(),
  role: z.enum(memberRoles),
});

export const memberForm = z.object({ ...organization, userId: z.uuid() });

export const leaveForm = z.object(organization);

export const membersPerPage = 50;
export const invitationsPerPage = 30;

/** What the address of the list of members asks for; what makes no sense in it is left out. */
export const peopleView = z.object({
  q: oneLine(100).catch(''),
  role: z.enum(memberRoles).nullable().catch(null),
  /** Where the page before ended. */
  after: z
    .string()
    .regex(/^\d{1,16}_[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
});
export type PeopleView = z.output<typeof peopleView>;

/** The same of the list of invitations. */
export const invitationsView = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** A member in the list; instants are epoch milliseconds. */
export interface Member {
  userId: string;
  name: string | null;
  email: string;
  role: MemberRole;
  joinedAt: number;
  isBlocked: boolean;
  isMentor: boolean;
}

/** An invitation in the list; instants are epoch milliseconds. */
export interface OpenInvitation {
  id: string;
  kind: InvitationKind;
  role: MemberRole;
  email: string | null;
  name: string;
  createdAt: number;
  expiresAt: number;
  isExpired: boolean;
  mostUses: number | null;
  uses: number;
  inviterName: string | null;
  /** Of the mail that was sent last; null for a link. */
  mailStatus: 'pending' | 'sent' | 'failed' | 'skipped' | null;
}

/** What becomes of what somebody has in an organization when they leave it. */
export interface Leaving {
  /** Sessions ahead that are cancelled; those that are kept. Instants are epoch milliseconds. */
  cancelled: LeavingSession[];
  kept: LeavingSession[];
  /** Refunded with them. */
  refundedCredits: number;
  /** What stays in the organization's books. */
  credits: number;
  hasMentorPage: boolean;
  /** As a mentor, before they may leave. */
  toBeHeld: (LeavingSession & { bookingId: string })[];
  isLastOwner: boolean;
}

interface LeavingSession {
  id: string;
  title: string;
  /** Null for somebody who has given no name. */
  other: string | null;
  startsAt: number;
}

/** What an invitation's page shows before anything is joined; instants are epoch milliseconds. */
export interface InvitationView {
  kind: InvitationKind;
  role: MemberRole;
  /** Whom a mail is for; null for a link. */
  email: string | null;
  inviterName: string | null;
  organization: { slug: string; name: string; description: string };
  expiresAt: number;
  refusal: InvitationRefusal | null;
  viewer: { email: string; isInvited: boolean } | null;
  /** What the viewer is already; null for nothing. */
  present: MemberRole | null;
  timeZone: string;
}
