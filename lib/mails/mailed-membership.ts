import type { MemberRole } from '@/domain/organizations';

/** What a mail about an organization says; instants in epoch milliseconds. */
export type MembershipMail = {
  organization: string;
  slug: string;
} & (
  | {
      kind: 'invitation';
      token: string;
      /** Empty where nobody has said it. */
      name: string;
      role: MemberRole;
      /** Null for somebody who has no name. */
      inviter: string | null;
      expiresAt: number;
    }
  | { kind: 'joined'; person: string; role: MemberRole }
  | { kind: 'role_changed'; role: MemberRole }
  | { kind: 'removed' }
  | { kind: 'domain_proof'; token: string; domain: string; person: string; expiresAt: number }
);
