import type { MentorHandle } from '@/domain/mentors';
import { z } from 'zod';
import { writtenDay } from '@/kernel/time/day-schema';
import { oneLine, paragraphs, plainLine } from '@/kernel/plain-text';
import { meetingFormats } from '@/domain/bookings';
import type { ActionState } from '@/lib/action-kit/schema';
import { fullName } from '@/lib/auth/schema';
import { namedTimeZone } from '@/kernel/time/zone-schema';
import { publicSlug } from '@/domain/organizations';
import { mentorSorts, mostSkillLetters, mostSkills } from '@/domain/mentors';

/** The most that a price filter lets through, in credits, as the form offers it; 0 is free. */
export const priceSteps = [0, 10, 20, 40] as const;

export const mentorsPerPage = 12;
/** Days ahead in which the list looks for a mentor's next free slot. */
export const lookAheadDays = 60;
/**
 * Sorting and filtering by free time needs everyone's slots, so it looks at the best so many
 * matches only. Measured: 500 mentors take about a quarter of a second on a slow core.
 */
export const mostCompared = 500;

/** "week" is from now to seven days from now. */
const freeOn = z.union([z.literal(['today', 'week']), writtenDay]);

/** An address can hold anything, repeated or not: whatever makes no sense counts as not there. */
const one = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const skills = z
  .preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(oneLine(60).pipe(z.string().min(1)).nullable().catch(null)),
  )
  .transform((list) => [...new Set(list.filter((skill) => skill !== null))].slice(0, 8));

/** What is looked for: the query of the mentor list's address. It never fails. */
export const mentorSearch = z.object({
  q: one(
    z
      .string()
      .transform((text) => plainLine(text).replaceAll(/\s+/g, ' ').slice(0, 100))
      .catch(''),
  ),
  /** Any of these. */
  skill: skills.catch([]),
  /** An ISO 639 code. */
  language: one(
    z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .nullable()
      .catch(null),
  ),
  format: one(z.enum(meetingFormats).nullable().catch(null)),
  /** At most so many credits. */
  price: one(
    z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .nullable()
      .catch(null),
  ),
  /** Without JavaScript the form sends its choice, then its day, which counts where it is filled in. */
  free: z.preprocess(
    (value) => (Array.isArray(value) ? value.findLast((sent) => sent !== '') : value),
    freeOn.nullable().catch(null),
  ),
  sort: one(z.enum(mentorSorts).catch('match')),
  page: one(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/)
      .transform(Number)
      .catch(1),
  ),
});
export type MentorSearch = z.output<typeof mentorSearch> & {
  /** The slug of the organization whose list it is; without, the list is of all. */
  organization?: string;
};

/** Why "Book" is switched off on a card. */
export type NotBookable = 'away' | 'nothing_offered' | 'fully_booked';

/** A skill of the vocabulary, as a page names it. */
export interface NamedSkill {
  id: string;
  name: string;
}

/** How the words of a search were taken. */
export interface WordsShown {
  /** "any": nobody has all of them. */
  matching: 'all' | 'any';
  /** Words that nobody has: what looks like them was found, if anything. */
  misspelt: string[];
  /** The skill that was probably meant. */
  meant: NamedSkill | null;
  /** Other skills that are called something like it. */
  nearest: NamedSkill[];
}

/** A mentor as the list shows them. */
export interface MentorCard extends MentorHandle {
  organizationName: string;
  name: string;
  /** Null: they have no picture. */
  portraitId: string | null;
  headline: string;
  city: string;
  skills: string[];
  /** ISO 639 codes. */
  languages: string[];
  /** The language of what they write of themselves. */
  writtenIn: string;
  formats: (typeof meetingFormats)[number][];
  /** The least that a session costs, in credits; null when nothing is offered. */
  priceFrom: number | null;
  timeZone: string;
  /** The first free slot, epoch milliseconds: the first that fits, where free time was asked for. */
  nextSlot: { at: number; variantId: string } | null;
  notBookable: NotBookable | null;
  awayMessage: string;
  /** The local day on which they take bookings again; null: not known, or they take them. */
  resumesOn: string | null;
}

/** Skills as they are typed: a line of them, between commas. The same one twice counts once. */
const skillList = paragraphs(1000)
  .transform((text) => {
    const named = text
      .split(/[,;\n]/)
      .map((skill) => plainLine(skill).replaceAll(/\s+/g, ' '))
      .filter((skill) => skill !== '');
    const plain = named.map((skill) => skill.toLowerCase());
    return named.filter((_, index) => plain.indexOf(plain[index] ?? '') === index);
  })
  .refine((list) => list.length <= mostSkills, { error: 'too_many' })
  .refine((list) => list.every((skill) => skill.length <= mostSkillLetters), {
    error: 'too_long',
  });

/**
 * A link that visitors' browsers will open, in the one form in which it is kept: of https alone, and with
 * nobody's name or password, which look like another site's address.
 */
const secureLink = oneLine(500)
  .refine((text) => text === '' || isSecure(text), { error: 'not_https' })
  .transform((text) => (text === '' ? '' : new URL(text).href))
  .pipe(z.string().max(1000));

function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

/**
 * A page elsewhere, as people write addresses: without the scheme too. Of https alone, on a named host,
 * without a password in it.
 */
export const webPage = (most: number) =>
  oneLine(most)
    .transform((text) =>
      text === '' || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`,
    )
    .refine((text) => text === '' || isPublicPage(text), { error: 'not_a_page' })
    .transform((text) => (text === '' ? '' : new URL(text).href))
    .default('');

function isPublicPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return isSecure(text) && /^[^.]+(\.[^.]+)*\.[a-z][a-z\d-]+$/.test(new URL(text).hostname);
}

/** Languages to tick, as ISO 639 codes: first those that most of our readers speak. */
export const commonLanguages = ['fr', 'en', 'ar', 'sw', 'pt', 'wo', 'ha'] as const;
export const otherLanguages =
  'af am bem bm de dyu ee es ff fon ig it kab kg ki lg ln lu luo mg mos nl ny om rn rw sg sn so st ti tn tw xh yo zu'.split(
    ' ',
  );

/** An ISO 639 code. */
export const languageCode = z.string().regex(/^[a-z]{2,3}$/);

const profileFields = z.object({
  name: fullName,
  headline: oneLine(120).pipe(z.string().min(1)),
  bio: paragraphs(4000),
  city: oneLine(80),
  skills: skillList,
  /** ISO 639 codes. */
  languages: z.array(languageCode).max(12),
  writtenIn: languageCode,
  timeZone: namedTimeZone,
  formats: z.array(z.enum(meetingFormats)).min(1),
  address: oneLine(200),
  videoUrl: secureLink,
  link1: webPage(300),
  link2: webPage(300),
  link3: webPage(300),
  link4: webPage(300),
  link5: webPage(300),
});

/** How a mentor appears, as their profile's form posts it. */
export const profileForm = profileFields.transform(
  ({ link1, link2, link3, link4, link5, ...profile }) => ({
    ...profile,
    /** Each once. */
    links: [...new Set([link1, link2, link3, link4, link5])].filter((link) => link !== ''),
  }),
);

export type ProfileInput = z.output<typeof profileForm>;

/** The same with the organization, by its slug, of which somebody becomes a mentor. */
export const savedProfileForm = z.intersection(
  z.object({ organization: oneLine(100).default(publicSlug) }),
  profileForm,
);

/** The fields of {@link profileForm} that may come several times. */
export const profileLists = ['languages', 'formats'] as const;

/** A form with the box ticked posts "on", and without it nothing. */
export const takingBookingsForm = z.object({
  takingBookings: z
    .literal('on')
    .optional()
    .transform((sent) => sent === 'on'),
  awayMessage: paragraphs(300),
  /** Empty: until the mentor says so. */
  resumesOn: z
    .union([z.literal('').transform(() => null), writtenDay])
    .nullable()
    .default(null),
});

/** What a profile must have before others see it, in the order in which it is done. */
export const publishingSteps = ['name', 'headline', 'bio', 'service', 'availability'] as const;
export type PublishingStep = (typeof publishingSteps)[number];

/** What an organization does not let its mentors offer from now on. */
export type NotAllowed = 'format_not_allowed' | 'length_not_allowed';
export type SaveProfileRefusal =
  | 'not_found'
  | 'bio_missing'
  | 'no_mentoring'
  | 'format_not_allowed';
export type PublishRefusal = 'not_found' | 'incomplete';

export type SaveProfileState = ActionState<unknown, SaveProfileRefusal>;
export type PublishState = ActionState<unknown, PublishRefusal, { missing: PublishingStep[] }>;
export type MentorSwitchState = ActionState<unknown, 'not_found'>;
export type TakingBookingsState = ActionState<unknown, 'not_found' | 'day_not_ahead'>;
