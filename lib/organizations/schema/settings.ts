import { z } from 'zod';
import { writtenDay } from '@/kernel/time/day-schema';
import { oneLine, paragraphs } from '@/kernel/plain-text';
import { meetingFormats } from '@/domain/bookings';
import {
  mentoringPolicies,
  mostDayNameLetters,
  mostOrganizationLetters,
  offeredLengths,
  settingBounds,
} from '@/domain/organizations';
import { namedTimeZone } from '@/kernel/time/zone-schema';
import type { ActionState } from '@/lib/action-kit/schema';
import { bookingRules } from '@/lib/availability/schema/availability';
import { webPage } from '@/lib/mentors/schema';

/** The slug of whose settings they are. */
const whose = { organization: oneLine(100) };

/** A whole number within bounds; an empty field is none. */
const optionalNumber = ({ least, most }: { least: number; most: number }) =>
  z
    .union([
      z.literal('').transform(() => null),
      z
        .string()
        .trim()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    ])
    .pipe(z.number().min(least).max(most).nullable());

/** How an organization appears, and who becomes a mentor of it. */
export const appearanceForm = z.object({
  ...whose,
  name: oneLine(mostOrganizationLetters.name).pipe(z.string().min(1)),
  description: paragraphs(mostOrganizationLetters.description),
  website: webPage(mostOrganizationLetters.website),
  /** With the box ticked the colour counts; a field for colours is never empty. */
  hasAccent: z.literal('on').optional(),
  accentColor: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  defaultLocale: z.enum(['en', 'fr']),
  timeZone: namedTimeZone,
  visibility: z.enum(['public', 'members']),
  mentoring: z.enum(mentoringPolicies),
});

/** What holds for those who book, and what mentors may offer from now on. */
export const limitsForm = z.object({
  ...whose,
  welcomeCredits: optionalNumber(settingBounds.welcomeCredits),
  mostOpenBookings: optionalNumber(settingBounds.mostOpenBookings),
  refusesDisposable: z
    .literal('on')
    .optional()
    .transform((box) => box === 'on'),
  allowedFormats: z.array(z.enum(meetingFormats)).min(1),
  /** None: any. */
  allowedLengths: z.array(
    z
      .string()
      .transform(Number)
      .pipe(z.literal([...offeredLengths])),
  ),
});
export const limitsLists = ['allowedFormats', 'allowedLengths'] as const;

/** By which its new mentors are booked. */
export const newMentorsForm = bookingRules.omit({ timeZone: true }).extend(whose);

export const closedDayForm = z.object({
  ...whose,
  closedOn: writtenDay,
  name: oneLine(mostDayNameLetters).pipe(z.string().min(1)),
});
export const openDayForm = closedDayForm.pick({ organization: true, closedOn: true });

export type SettingsState = ActionState<unknown, 'not_found'>;
export type ClosedDayState = ActionState<unknown, 'not_found' | 'not_ahead' | 'too_many'>;

/** What the address of the page says has been done; what makes no sense in it is left out. */
export const settingsArrival = z.object({
  done: z.enum(['appearance', 'limits', 'newMentors', 'closed', 'opened']).nullable().catch(null),
  /** Which day was closed, and how many sessions stay on it. */
  day: writtenDay.nullable().catch(null),
  kept: z.coerce.number().int().min(0).catch(0),
});
