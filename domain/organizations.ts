/** What somebody is in an organization, the least first. */
export const memberRoles = ['member', 'admin', 'owner'] as const;
export type MemberRole = (typeof memberRoles)[number];

/**
 * What somebody may do in an organization beyond what is their own.
 * - `give_credits`: to its people, and read what was given.
 * - `oversee_bookings`: read any booking with its mentors, and act on either side.
 * - `oversee_mails`: see which of its mails did not leave, and send them again.
 */
export const permissions = ['give_credits', 'oversee_bookings', 'oversee_mails'] as const;
export type Permission = (typeof permissions)[number];

const permitted: Record<Permission, readonly MemberRole[]> = {
  give_credits: ['admin', 'owner'],
  oversee_bookings: ['admin', 'owner'],
  oversee_mails: ['admin', 'owner'],
};

/** The roles that may do it: the one table that queries, and so pages and services, ask. */
export function rolesThatMay(permission: Permission): readonly MemberRole[] {
  return permitted[permission];
}
