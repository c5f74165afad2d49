import { z } from 'zod';
import { oneLine, plainLine } from '@/kernel/plain-text';
import { type MemberRole, mostOrganizationLetters, slugLetters } from '@/domain/organizations';
import { namedTimeZone } from '@/kernel/time/zone-schema';

const organizationName = oneLine(mostOrganizationLetters.name).pipe(z.string().min(1));

/** Small letters and figures, with hyphens between; reserved ones count as taken. */
const organizationSlug = z
  .string()
  .trim()
  .toLowerCase()
  .min(slugLetters.least)
  .max(slugLetters.most)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What an organization is founded with. */
export const foundingForm = z.object({
  name: organizationName,
  slug: organizationSlug,
  defaultLocale: z.enum(['en', 'fr']),
  timeZone: namedTimeZone,
  visibility: z.enum(['public', 'members']),
});
export type Founding = z.output<typeof foundingForm>;

/** `not_found`: they may not found any; `too_many`: they have founded as many as one person may. */
export type FoundingRefusal = 'not_found' | 'slug_taken' | 'too_many';

/** What those who run the installation do with an organization. */
export const oversights = ['approve', 'close', 'reopen'] as const;
export type Oversight = (typeof oversights)[number];

export const oversightForm = z.object({
  organizationId: z.uuid(),
  oversight: z.enum(oversights),
});

export const organizationsPerPage = 30;

/** What the address of the operators' list asks for; what makes no sense in it is left out. */
export const operatorView = z.object({
  q: z
    .string()
    .transform((text) => plainLine(text).slice(0, 100))
    .catch(''),
  /** The last one of the page before. */
  after: z.uuid().nullable().catch(null),
});
export type OperatorView = z.output<typeof operatorView>;

/** An organization as those who run the installation see it: nothing of its inside. */
export interface OverseenOrganization {
  id: string;
  slug: string;
  name: string;
  isPublic: boolean;
  isApproved: boolean;
  isClosed: boolean;
  /** Who founded it; null: not known, or they have left. */
  founder: { name: string | null; email: string } | null;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** An organization as its pages show it to somebody who may see it. */
export interface OrganizationView {
  id: string;
  slug: string;
  name: string;
  description: string;
  website: string;
  /** `#rrggbb`; null for Baobab's own. */
  accentColor: string | null;
  /** Whether it is open to everybody, or to its members alone. */
  isForEverybody: boolean;
  isApproved: boolean;
  isClosed: boolean;
  /** What the viewer is in it; null: no member. */
  role: MemberRole | null;
}

/** An organization that somebody belongs to. */
export interface OwnOrganization {
  slug: string;
  name: string;
  role: MemberRole;
}
