import { adminPath } from '@/domain/organizations';

/**
 * The page where an organization's admins give credits, without its language.
 * @param organization its slug
 */
export function grantsPath(organization: string): string {
  return adminPath(organization, 'credits');
}

/** Credits that one person is given at once. */
export const mostCredits = 100_000;

/** Rows of a kind that a page lists; a file has them all. */
export const mostListedRows = 200;

export const mostReasonLetters = 200;
