import type { GrantsView } from '@/lib/grants/schema';
import { grantsPath } from '@/lib/grants/constants';

/** The address of the page for a view: what is as usual stays out of it. */
export function grantsHref({ organization, page }: Partial<GrantsView> = {}): string {
  const query = new URLSearchParams();
  if (organization !== undefined) query.set('organization', organization);
  if (page !== undefined && page !== 1) query.set('page', String(page));
  return query.size === 0 ? grantsPath : `${grantsPath}?${query.toString()}`;
}
