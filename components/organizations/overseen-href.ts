import { overseenPath } from '@/lib/mentors/constants';
import type { OverseenView } from '@/lib/mentors/schema/overseen';

/** The address of an organization's list of mentors for a view: what is as usual stays out of it. */
export function overseenHref(
  organization: string,
  { q = '', state = null, after = null }: Partial<OverseenView> = {},
): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (state !== null) query.set('state', state);
  if (after !== null) query.set('after', after);
  const path = overseenPath(organization);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
