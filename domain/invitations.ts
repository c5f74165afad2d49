import type { MemberRole } from './organizations';

/** A link is for whoever has it, a mail for one address. */
export const invitationKinds = ['link', 'mail'] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/** Days that the link in a mail lets somebody in, from when it was last sent. */
export const mailInvitationDays = 14;

/** Days in which the postmaster of a domain says whose it is, from when they were last written to. */
export const domainProofDays = 7;

/** E-mail domains of one organization: all of them, and those that nobody has proved yet. */
export const mostDomains = { all: 20, open: 5 } as const;

/** Mails to postmasters in 24 hours: of one organization, and, of whatever organizations, about one domain. */
export const mostDomainMailsADay = { ofOrganization: 10, aboutDomain: 3 } as const;

/** Letters of a domain, so that the address of its postmaster is one (RFC 5321). */
export const mostDomainLetters = 243;

/** Days that a link may be made for. */
export const linkDays = { least: 1, most: 90 } as const;

/** People that one link may let in, where a number is given. */
export const mostLinkUses = 100_000;

/** Mails of invitation in 24 hours: of an organization that an operator knows, and of one that is new. */
export const mostInvitationsADay = { known: 10_000, unknown: 200 } as const;

/** Letters of the name that an invitation calls somebody by. */
export const mostNameLetters = 80;

/**
 * What becomes of a row. `ready` rows are invited when the admin says so; all others say why nobody is.
 * - `member`: is one already, with a role that is no lower. `invited`: by a mail that still lets them in.
 * - `twice`: the address stands in an earlier row, which counts.
 * - `bad_role`: a word that is no role. `high_role`: a role above the inviter's own.
 * - `disposable`: made to be thrown away, which the organization refuses.
 * - `over_cap`: beyond what the organization may send in a day.
 */
export const importOutcomes = [
  'ready',
  'sent',
  'member',
  'invited',
  'twice',
  'bad_address',
  'bad_role',
  'high_role',
  'bad_language',
  'disposable',
  'over_cap',
] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A row of a file as it was understood, and what became of it. */
export interface ImportRow {
  /** As a spreadsheet counts them: the first row, a header too, is 1. */
  row: number;
  /** In the form in which addresses are compared; what is none stays as it was written. */
  email: string;
  /** Empty where the file has none. */
  name: string;
  /** As it was written where it is none. */
  role: string;
  /** Null: as the organization writes. */
  locale: 'en' | 'fr' | null;
  outcome: ImportOutcome;
}

/** What the words of a mail about an organization need beside the organization itself. */
export interface MembershipWords {
  /** Who has joined. */
  person?: string;
  role?: MemberRole;
}
