import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { emailAddress } from '@/lib/auth/schema';
import type { GrantRow } from '@/domain/credits';
import { mostCredits, mostReasonLetters } from '@/lib/grants/constants';

export const grantsPerPage = 20;

/** Why one person is not given anything. `not_found`: the organization is not the user's to give for. */
export type GrantRefusal = 'not_found' | 'no_such_person' | 'blocked';
/** `given_meanwhile`: the same file was given since the page was drawn, which then warns of it. */
export type GiveRefusal = 'not_found' | 'nothing_to_give' | 'given_meanwhile';

export const grantReason = oneLine(mostReasonLetters).pipe(z.string().min(1));

/** One a form: sending it twice gives once. */
const request = { organizationId: z.uuid(), requestId: z.uuid() };

export const grantForm = z.object({
  ...request,
  email: emailAddress,
  credits: z.coerce.number().int().min(1).max(mostCredits),
  reason: grantReason,
});

/** `reason`: of the rows that have none of their own. A form without a file posts an empty one. */
export const grantFileForm = z.object({
  ...request,
  file: z.instanceof(File).nullable().catch(null),
  reason: grantReason.or(z.string().trim().length(0)),
});

export const giveForm = z.object({
  grantId: z.uuid(),
  /** When the same file was last given, as the page says; empty where it says nothing. */
  sameFileGivenAt: z.union([z.literal('').transform(() => null), z.iso.datetime()]),
});

/** What the address of the page asks for; what makes no sense in it is left out. */
export const grantsView = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** A grant that has just been made: the page says so. */
  given: z.uuid().nullable().catch(null),
});
export type GrantsView = z.output<typeof grantsView>;

/** Whom an organization gives credits to: anybody who has signed in, or its members alone. */
export type GrantScope = 'everybody' | 'members';

/** An organization that the viewer gives credits for. */
export interface GrantingOrganization {
  id: string;
  slug: string;
  name: string;
  scope: GrantScope;
}

/** A grant in the list. */
export interface GrantSummary {
  id: string;
  /** Epoch milliseconds. */
  givenAt: number;
  /** Who gave it. */
  actorName: string;
  /** The one who got it; null where several did. */
  recipient: string | null;
  recipientCount: number;
  totalCredits: number;
  /** Empty where each row of a file had its own. */
  reason: string;
  /** Null for one that was no file. */
  fileName: string | null;
}

/** One grant with what became, or will become, of each row. Instants are epoch milliseconds. */
export interface GrantReport {
  id: string;
  organization: { slug: string; name: string; scope: GrantScope };
  rows: GrantRow[];
  fileName: string | null;
  recipientCount: number;
  totalCredits: number;
  actorName: string;
  /** Null: a draft. */
  givenAt: number | null;
  /** When the very same file was given before; null when it was not. */
  sameFileGivenAt: number | null;
}
