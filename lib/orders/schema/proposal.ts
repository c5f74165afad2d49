import { z } from 'zod';
import { oneLine, paragraphs } from '@/kernel/plain-text';
import { longestWord, meetingFormats } from '@/domain/bookings';
import type { MeetingFormat, SlotRefusal } from '@/domain/bookings';
import { postedTimeZone } from '@/lib/action-kit/schema';
import { emailAddress, fullName, linkToken } from '@/lib/auth/schema';
import type { KeptSession } from '@/lib/bookings/schema/booking';
import type { OfferRefusal } from './order';

/** Sessions that a mentor may propose in 24 hours, whatever becomes of them. */
export const proposalsPerDay = 20;

/**
 * What may wait for the owner of one address at a time: their own holds, and what anybody has proposed
 * to them in the last 24 hours or keeps for them still.
 */
export const proposalsPerAddress = 3;

const proposal = z.object({
  variantId: z.uuid(),
  startsAt: z.iso.datetime({ precision: -1 }),
  format: z.enum(meetingFormats),
  place: oneLine(200).default(''),
  name: fullName,
  word: paragraphs(longestWord).default(''),
  requestId: z.uuid(),
});

/** To whom: an address that the mentor knows, or somebody who has booked them, whose address they need not know. */
export const proposalForm = z.discriminatedUnion('to', [
  proposal.extend({ to: z.literal('mentee'), menteeId: z.uuid() }),
  proposal.extend({ to: z.literal('address'), email: emailAddress }),
]);

/** Why nothing is proposed. `unknown_mentee`: they have never booked this mentor. */
export type ProposeRefusal =
  | 'unknown_mentee'
  | 'too_many_today'
  | 'too_many_for_address'
  | OfferRefusal
  | SlotRefusal;

/** By what somebody may answer: the link of the mail, or, signed in with its address, the booking's id. */
export const proposalKey = z.union([linkToken, z.uuid()]);

export const acceptProposalForm = z.object({
  key: proposalKey,
  phone: oneLine(40).default(''),
  timeZone: postedTimeZone,
});
export const declineProposalForm = z.object({
  key: proposalKey,
  word: paragraphs(longestWord).default(''),
});

/**
 * Why a proposal is not answered. `unknown`: there is none, or not for whoever asks. `answered`: it was
 * accepted before. `credits`, `overlaps_yours`, `details_missing` leave it open.
 */
export type AnswerRefusal =
  | 'unknown'
  | 'expired'
  | 'cancelled'
  | 'answered'
  | 'blocked'
  | 'not_found'
  | 'own_slot'
  | 'overlaps_yours'
  | 'not_enough_credits'
  | 'too_many_open'
  | 'details_missing'
  | 'slot_taken';

export type ProposalState = 'open' | 'accepted' | 'cancelled' | 'expired';

/** A proposal as the person it was made to sees it. Instants are epoch milliseconds, here and below. */
export interface ProposalView extends KeptSession {
  state: ProposalState;
  bookingId: string;
  /** Whether they are signed in with its address, so that more than this page is open to them. */
  isSignedIn: boolean;
  reference: string;
  guestName: string;
  word: string;
  /** The language of the word, as far as is known. */
  writtenIn: 'en' | 'fr';
  place: string;
  cancelNoticeMinutes: number;
  lateCancelPercent: number;
  expiresAt: number;
}

/** A proposal that waits for its answer, in a list. */
export interface OpenProposal {
  bookingId: string;
  /** The other side's. */
  name: string | null;
  serviceTitle: string;
  durationMinutes: number;
  format: MeetingFormat;
  startsAt: number;
  endsAt: number;
  expiresAt: number;
}
