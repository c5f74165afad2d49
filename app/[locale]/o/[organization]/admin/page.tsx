import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { localizedPath } from '@/i18n/routing';
import { loadOrganization } from '@/lib/organizations/loaders/organization';
import { adminTabs } from './admin-tabs';

// Nothing stands under Suspense: the way on is a real redirect.
export const instant = false;

/** To the first of the pages that the viewer may see. */
export default async function AdminPage({ params }: PageProps<'/[locale]/o/[organization]/admin'>) {
  const { organization: slug } = await params;
  const [organization, locale] = await Promise.all([loadOrganization(slug), getLocale()]);
  const [first] = adminTabs(slug, organization?.role ?? null);
  if (!first) return <NotFoundScene />;
  redirect(localizedPath(first.href, locale));
}
