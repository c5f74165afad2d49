import { z } from 'zod';
import { oneLine, paragraphs, plainLine } from '@/kernel/plain-text';
import { type MentorStanding, mentorStandings, mostReviewLetters } from '@/domain/mentors';
import type { ActionState } from '@/lib/action-kit/schema';
import { emailAddress, fullName } from '@/lib/auth/schema';

/** Mentors of an organization on one page of the list. */
export const overseenPerPage = 25;

/** What the address of an organization's list of mentors asks for; what makes no sense is left out. */
export const overseenView = z.object({
  q: z
    .string()
    .transform((text) => plainLine(text).slice(0, 80))
    .catch(''),
  state: z.enum(mentorStandings).nullable().catch(null),
  /** The last mentor of the page before. */
  after: z.uuid().nullable().catch(null),
});
export type OverseenView = z.output<typeof overseenView>;

/** A mentor in the list of those who look after them. */
export interface OverseenMentor {
  id: string;
  slug: string;
  name: string;
  portraitId: string | null;
  headline: string;
  standing: MentorStanding;
}

const mentorId = z.uuid();
export const overseenForm = z.object({ mentorId });
export const sendBackForm = z.object({
  mentorId,
  note: paragraphs(mostReviewLetters).pipe(z.string().min(1)),
});

/** The name counts for who has not given one. */
export const appointForm = z.object({
  organization: oneLine(100),
  email: emailAddress,
  name: z.union([z.literal(''), fullName]).default(''),
  headline: oneLine(120).pipe(z.string().min(1)),
});
export type AppointInput = Omit<z.output<typeof appointForm>, 'organization'>;
export type AppointRefusal =
  | 'not_found'
  | 'no_such_member'
  | 'already_mentor'
  | 'not_now'
  | 'name_missing';

export type JudgeState = ActionState<unknown, 'not_found'>;
export type AppointState = ActionState<unknown, AppointRefusal>;
