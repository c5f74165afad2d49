import { z } from 'zod';
import { oneLine, paragraphs } from '@/kernel/plain-text';
import { type MeetingFormat, meetingFormats } from '@/domain/bookings';
import type { ActionState } from '@/lib/action-kit/schema';
import {
  longestAnswer,
  type QuestionKind,
  longestSessionMinutes,
  questionKinds,
  type SessionType,
  sessionTypes,
} from '@/domain/services';
import { languageCode, type NotAllowed } from '@/lib/mentors/schema';

/** Services that one mentor may have on offer, and lengths that one service may have. */
export const mostServices = 30;
export const mostVariants = 12;

/** A number as it is typed. An empty field is not 0, so nothing is coerced. */
const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const checked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

const emptyIsNull = z
  .string()
  .trim()
  .length(0)
  .transform(() => null);
const bufferMinutes = z.union([emptyIsNull, wholeNumber({ min: 0, max: 240 })]);

const durationMinutes = wholeNumber({ min: 5, max: longestSessionMinutes }).refine(
  (minutes) => minutes % 5 === 0,
  {
    error: 'not_in_steps',
  },
);
const priceCredits = wholeNumber({ min: 0, max: 100_000 });

/** A service without its lengths, as its form posts it. */
export const serviceForm = z.object({
  title: oneLine(80).pipe(z.string().min(1)),
  description: paragraphs(1000),
  writtenIn: languageCode,
  sessionType: z.enum(sessionTypes),
  capacity: wholeNumber({ min: 1, max: 500 }),
  bufferBeforeMinutes: bufferMinutes,
  bufferAfterMinutes: bufferMinutes,
  /** None: the mentor's own, whatever they come to be. */
  formats: z
    .array(z.enum(meetingFormats))
    .transform((formats) => (formats.length === 0 ? null : [...new Set(formats)])),
  /** Only who has its link sees and books it. */
  isByLink: checked,
});
export type ServiceInput = z.output<typeof serviceForm>;

/** The field of {@link serviceForm} that may come several times. */
export const serviceLists = ['formats'] as const;

const variantFields = { durationMinutes, priceCredits };
export type VariantInput = { durationMinutes: number; priceCredits: number };

/** A service can be booked from the start: it comes with its first length. */
export const newServiceForm = serviceForm.extend(variantFields);

export const serviceIdForm = z.object({ serviceId: z.uuid() });
export const editServiceForm = serviceForm.extend(serviceIdForm.shape);
/** The copy's title is in the language of the page. */
export const copyServiceForm = serviceIdForm.extend({
  title: z
    .string()
    .transform((title) => title.slice(0, 80))
    .pipe(oneLine(80))
    .pipe(z.string().min(1)),
});
export const moveServiceForm = serviceIdForm.extend({ direction: z.enum(['up', 'down']) });
export const addVariantForm = serviceIdForm.extend(variantFields);
/** `serviceId` is the page to come back to. */
export const variantIdForm = serviceIdForm.extend({ variantId: z.uuid() });
export const changePriceForm = variantIdForm.extend({ priceCredits });

export const mostOptions = 12;

/** One option a line; empty lines and spaces around them do not count. */
const optionLines = paragraphs(2000).transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

const questionFields = {
  // One line: browsers rewrite line breaks in the hidden field that repeats it.
  text: oneLine(200).pipe(z.string().min(1)),
  kind: z.enum(questionKinds),
  options: optionLines.default([]),
  isRequired: checked,
};

/** What is wrong with the options of a choice, as a code; null when nothing is. */
function wrongOptions(options: readonly string[]): string | null {
  if (options.length < 2) return 'too_few';
  if (options.length > mostOptions) return 'too_many';
  if (options.some((option) => option.length > longestAnswer.choice)) return 'too_long';
  return new Set(options).size < options.length ? 'twice' : null;
}

type QuestionFields = { kind: QuestionKind; options: string[] };

function checkOptions({ kind, options }: QuestionFields, context: z.RefinementCtx): void {
  const message = kind === 'choice' ? wrongOptions(options) : null;
  if (message !== null) context.addIssue({ code: 'custom', path: ['options'], message });
}

/** Options that were typed before another kind was chosen do not count. */
function withOptionsOfKind<Fields extends QuestionFields>(fields: Fields) {
  return { ...fields, options: fields.kind === 'choice' ? fields.options : null };
}

/** A question as its mentor writes it. */
export interface QuestionInput {
  text: string;
  kind: QuestionKind;
  options: string[] | null;
  isRequired: boolean;
}

export const addQuestionForm = serviceIdForm
  .extend(questionFields)
  .superRefine(checkOptions)
  .transform(withOptionsOfKind);
/** `serviceId` is the page to come back to, and whose question it must be. */
export const questionIdForm = serviceIdForm.extend({ questionId: z.uuid() });
export const editQuestionForm = questionIdForm
  .extend(questionFields)
  .superRefine(checkOptions)
  .transform(withOptionsOfKind);
export const moveQuestionForm = questionIdForm.extend({ direction: z.enum(['up', 'down']) });

/** A question as it is asked, and as its mentor sees it. */
export interface Question extends QuestionInput {
  id: string;
}

export type ServiceRefusal = 'not_found' | 'too_many' | 'length_exists' | NotAllowed;
export type ServiceState = ActionState<unknown, ServiceRefusal>;

/** A service as its mentor sees it. */
export interface OwnService {
  id: string;
  title: string;
  description: string;
  /** ISO 639 code of the language of all this. */
  writtenIn: string;
  sessionType: SessionType;
  capacity: number;
  bufferBeforeMinutes: number | null;
  bufferAfterMinutes: number | null;
  formats: MeetingFormat[] | null;
  /** By which alone it is seen and booked; null: everybody sees it. */
  linkToken: string | null;
  isArchived: boolean;
  /** Those on offer, short before long. */
  variants: { id: string; durationMinutes: number; priceCredits: number }[];
}

/** A service in the list of them all. */
export interface OfferedService extends OwnService {
  /** Bookings of it that are still to come. */
  bookedAhead: number;
}

/** A service with what it asks whoever books it, in order. */
export interface OwnServiceWithQuestions extends OwnService {
  questions: Question[];
}
