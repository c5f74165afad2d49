import { adminPath } from '@/domain/organizations';

/** The pages of an organization's mentors, without their language; with a slug, that of one of them. */
export function overseenPath(organization: string, slug?: string): string {
  const list = adminPath(organization, 'mentors');
  return slug === undefined ? list : `${list}/${slug}`;
}
