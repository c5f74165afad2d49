import { adminPath } from '@/domain/organizations';
import type { PeopleView } from '@/lib/memberships/schema';

/** The address of the list of members for a view: what is as usual stays out of it. */
export function peopleHref(organization: string, view: Partial<PeopleView> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  const path = adminPath(organization, 'people');
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
