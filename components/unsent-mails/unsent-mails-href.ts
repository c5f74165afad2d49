import type { UnsentMailsView } from '@/lib/unsent-mails/schema';
import { unsentMailsPath } from '@/lib/unsent-mails/constants';

/** The address of the list for a view: what is as usual stays out of it. */
export function unsentMailsHref({ state, page }: Partial<UnsentMailsView> = {}): string {
  const query = new URLSearchParams();
  if (state !== undefined && state !== 'failed') query.set('state', state);
  if (page !== undefined && page !== 1) query.set('page', String(page));
  return query.size === 0 ? unsentMailsPath : `${unsentMailsPath}?${query.toString()}`;
}
