import { adminPath } from '@/domain/organizations';

/** The page of those who run the installation, without its language. */
export const operatorPath = '/operator';

/** Days that an organization may be closed on, the past ones left out. */
export const mostClosedDays = 400;

/** The page of an organization's settings, without its language. @param organization its slug */
export function settingsPath(organization: string): string {
  return adminPath(organization, 'settings');
}
