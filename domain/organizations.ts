/** What somebody is in an organization, the least first. */
export const memberRoles = ['member', 'admin', 'owner'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** The slug of the organization whose members are all users, without a row for each. */
export const publicSlug = 'public';

/** Slugs that addresses have another use for, or that somebody would take for the installation's own. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  publicSlug,
  'account',
  'admin',
  'api',
  'baobab',
  'bookings',
  'credits',
  'help',
  'mentor',
  'mentors',
  'new',
  'null',
  'operator',
  'organizations',
  'settings',
  'sign-in',
  'support',
  'undefined',
]);

/** Where an organization is founded, without the language. No organization has that slug. */
export const foundingPath = '/o/new';

/** Letters of the slug of an organization that is founded; of the name, see below. */
export const slugLetters = { least: 3, most: 40 } as const;

/** Organizations that one person may have founded, who does not run the installation. */
export const mostFounded = 3;

/** The address of an organization's home, without its language; its other pages are below it. */
export function organizationPath(slug: string): string {
  return `/o/${slug}`;
}

/** The address of the pages for those who run an organization, or of one of them, such as `credits`. */
export function adminPath(slug: string, page?: string): string {
  const path = `${organizationPath(slug)}/admin`;
  return page === undefined ? path : `${path}/${page}`;
}

/** The roles that somebody with this one gives and takes: those up to their own. */
export function rolesUpTo(role: MemberRole): readonly MemberRole[] {
  return memberRoles.slice(0, memberRoles.indexOf(role) + 1);
}

/** The higher of two roles. */
export function higherRole(one: MemberRole, other: MemberRole): MemberRole {
  return rolesUpTo(one).includes(other) ? one : other;
}

/**
 * Who may become a mentor of an organization, and when they are seen.
 * - `open`: any member, at once.
 * - `reviewed`: any member; an admin approves them before they are seen.
 * - `appointed`: whom an admin makes one.
 */
export const mentoringPolicies = ['open', 'reviewed', 'appointed'] as const;

/** What an organization's texts are long at most, in letters. */
export const mostOrganizationLetters = { name: 120, description: 1000, website: 200 } as const;

/** The bounds of an organization's settings, which its table checks and its form says. */
export const settingBounds = {
  /** Credits for whoever is new. */
  welcomeCredits: { least: 0, most: 10_000 },
  /** Bookings to come that one person may have with its mentors. */
  mostOpenBookings: { least: 1, most: 1000 },
  /** Months after a session for which what was written about it is kept. */
  retentionMonths: { least: 1, most: 120 },
} as const;

/** Lengths of which an organization may allow some, in minutes; none chosen: any length is allowed. */
export const offeredLengths = [15, 20, 30, 45, 60, 90, 120, 180] as const;

/** Letters of the name of a day on which an organization is closed. */
export const mostDayNameLetters = 80;

/**
 * What somebody may do in an organization beyond what is their own.
 * - `give_credits`: to its people, and read what was given.
 * - `manage_people`: see its people, invite and remove them, and change roles up to one's own.
 * - `manage_mentors`: approve and pause its mentors, make some, and edit what they offer.
 * - `manage_settings`: how it appears and what holds in it.
 * - `oversee_bookings`: read any booking with its mentors, and act on either side.
 * - `oversee_mails`: see which of its mails did not leave, and send them again.
 */
export const permissions = [
  'give_credits',
  'manage_people',
  'manage_mentors',
  'manage_settings',
  'oversee_bookings',
  'oversee_mails',
] as const;
export type Permission = (typeof permissions)[number];

const permitted: Record<Permission, readonly MemberRole[]> = {
  give_credits: ['admin', 'owner'],
  manage_people: ['admin', 'owner'],
  manage_mentors: ['admin', 'owner'],
  manage_settings: ['owner'],
  oversee_bookings: ['admin', 'owner'],
  oversee_mails: ['admin', 'owner'],
};

/** Whether a role may do anything at all beyond what is one's own. */
export function mayAdminister(role: MemberRole | null): boolean {
  return role !== null && permissions.some((permission) => permitted[permission].includes(role));
}

/** The roles that may do it: the one table that queries, and so pages and services, ask. */
export function rolesThatMay(permission: Permission): readonly MemberRole[] {
  return permitted[permission];
}
