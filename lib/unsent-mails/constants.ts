import { adminPath } from '@/domain/organizations';

/**
 * The page of an organization's mails that did not leave, without its language.
 * @param organization its slug
 */
export function unsentMailsPath(organization: string): string {
  return adminPath(organization, 'mails');
}
