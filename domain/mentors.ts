import { organizationPath, publicSlug } from './organizations';

/** The two slugs by which a mentor is found: their own is unique within their organization alone. */
export interface MentorHandle {
  /** The organization's slug. */
  organization: string;
  slug: string;
}

/** The address of a mentor's page, without its language (decision 33). */
export function mentorPath({ organization, slug }: MentorHandle): string {
  const path = `/mentors/${slug}`;
  return organization === publicSlug ? path : `${organizationPath(organization)}${path}`;
}

/**
 * Which mentor the parts of such an address name. Without an organization it is the public one; that
 * has no address of the other form, so there the handle is nobody's.
 */
export function mentorInAddress({
  organization,
  slug,
}: {
  organization?: string | undefined;
  slug: string;
}): MentorHandle {
  if (organization === undefined) return { organization: publicSlug, slug };
  return { organization: organization === publicSlug ? '' : organization, slug };
}

/** Where a mentor stands with their organization: each stands in one place. */
export const mentorStandings = ['waiting', 'shown', 'paused', 'hidden'] as const;
export type MentorStanding = (typeof mentorStandings)[number];

export const mentorSorts = ['match', 'soonest', 'price', 'newest'] as const;
export type MentorSort = (typeof mentorSorts)[number];

/** What a mentor says that they know. */
export const mostSkills = 12;
export const mostSkillLetters = 40;

/** Pages of a mentor's elsewhere that their own page links to. */
export const mostLinks = 5;

/** Sides of the two squares that are kept, in pixels: beside a name, and at the top of a page. */
export const portraitSides = { small: 144, large: 384 } as const;
export type PortraitSize = keyof typeof portraitSides;

/** What one kept picture weighs at most, in bytes: a slow network loads twelve of the small ones. */
export const mostKeptBytes = { small: 24 * 1024, large: 100 * 1024 } as const;

export const linkFields = ['link1', 'link2', 'link3', 'link4', 'link5'] as const;

/** What an admin writes to a mentor whom they send back, in letters at most. */
export const mostReviewLetters = 1000;
