import {
  adminPath,
  type MemberRole,
  type Permission,
  publicSlug,
  rolesThatMay,
} from '@/domain/organizations';

/** The pages for those who run an organization, in their order, and what one has to be allowed to see each. */
const adminPages = [
  { page: undefined, label: 'overview', permission: 'oversee_bookings' },
  { page: 'people', label: 'people', permission: 'manage_people' },
  { page: 'invitations', label: 'invitations', permission: 'manage_people' },
  { page: 'domains', label: 'domains', permission: 'manage_people' },
  { page: 'mentors', label: 'mentors', permission: 'manage_mentors' },
  { page: 'credits', label: 'credits', permission: 'give_credits' },
  { page: 'settings', label: 'settings', permission: 'manage_settings' },
  { page: 'mails', label: 'mails', permission: 'oversee_mails' },
] as const satisfies readonly { page: string | undefined; label: string; permission: Permission }[];

/** Those that a role may see; none for who runs nothing. */
export function adminTabs(slug: string, role: MemberRole | null) {
  return adminPages.flatMap(({ page, label, permission }) =>
    role !== null &&
    rolesThatMay(permission).includes(role) &&
    // Everybody is a member there: there is nobody to ask.
    !(slug === publicSlug && page === 'domains')
      ? [{ href: adminPath(slug, page), label }]
      : [],
  );
}
