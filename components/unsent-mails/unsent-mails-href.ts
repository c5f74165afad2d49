import type { UnsentMailsView } from '@/lib/unsent-mails/schema';
import { unsentMailsPath } from '@/lib/unsent-mails/constants';

/** The address of an organization's list for a view: what is as usual stays out of it. */
export function unsentMailsHref(
  organization: string,
  { state, page }: Partial<UnsentMailsView>,
): string {
  const query = new URLSearchParams();
  if (state !== undefined && state !== 'failed') query.set('state', state);
  if (page !== undefined && page !== 1) query.set('page', String(page));
  const path = unsentMailsPath(organization);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
