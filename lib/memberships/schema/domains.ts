import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { mostDomainLetters } from '@/domain/invitations';
import { linkToken, type LinkRefusal } from '@/lib/auth/schema';

/** Why nobody is written to about a domain. `already_added`: by this organization. */
export type DomainRefusal =
  | 'not_found'
  | 'closed'
  | 'for_everybody'
  | 'bad_domain'
  | 'shared_domain'
  | 'open_domain'
  | 'already_added'
  | 'too_many'
  | 'too_many_open'
  | 'over_cap';

/** Why a link proves nothing. `taken`: another organization has proved the domain before. */
export type ProofRefusal = LinkRefusal | 'withdrawn' | 'closed' | 'taken';

/** Why somebody who was asked does not join. `withdrawn`: the domain, or their address is at it no more. */
export type OfferRefusal = 'not_found' | 'closed' | 'withdrawn';

/** What somebody says who is asked. */
export const offerAnswers = ['joined', 'declined'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

const organization = { organizationId: z.uuid() };

/** With room for the address that somebody types in its place. */
export const addDomainForm = z.object({
  ...organization,
  domain: oneLine(mostDomainLetters + 65).pipe(z.string().min(1)),
});

export const domainForm = z.object({ ...organization, domainId: z.uuid() });

export const proofForm = z.object({ token: linkToken });

export const offerForm = z.object({ ...organization, answer: z.enum(offerAnswers) });

/** What the address of the list says of the form that led to it. */
export const domainArrival = z.object({
  done: z.enum(['again', 'withdrawn']).nullable().catch(null),
});

/** A domain in the list; instants are epoch milliseconds. */
export interface ListedDomain {
  id: string;
  domain: string;
  /** `expired`: its postmaster has not confirmed it in time. */
  state: 'waiting' | 'expired' | 'proved';
  /** When it was proved, else until when its postmaster may. */
  at: number;
  /** Of the mail that was sent last. */
  mailStatus: 'pending' | 'sent' | 'failed' | 'skipped' | null;
}

/** What the page behind the mail to a postmaster shows; instants are epoch milliseconds. */
export interface DomainView {
  domain: string;
  organization: { slug: string; name: string; description: string };
  /** Null for somebody who is not there any more. */
  requesterName: string | null;
  expiresAt: number;
  /** Why the link proves nothing; null where it does. */
  refusal: ProofRefusal | null;
  isProved: boolean;
  timeZone: string;
}

/** An organization that asks the viewer to join. */
export interface DomainOffer {
  organizationId: string;
  name: string;
  slug: string;
  description: string;
  domain: string;
}
