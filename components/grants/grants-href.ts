import { grantsPath } from '@/lib/grants/constants';

/** The address of an organization's page; the first one of its list stays out of it. */
export function grantsHref(organization: string, page = 1): string {
  const path = grantsPath(organization);
  return page === 1 ? path : `${path}?page=${page}`;
}
