import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { OrganizationOverview } from '@/components/organizations/overview';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { adminPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { loadOverview } from '@/lib/organizations/loaders/overview';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizationOverview');
  return { title: t('title'), robots: { index: false } };
}

// What it shows is of the moment: nothing of it stands under Suspense.
export const instant = false;

/** Where those who run an organization begin: what needs them, and who is new. */
export default async function AdminPage({ params }: PageProps<'/[locale]/o/[organization]/admin'>) {
  const [{ organization: slug }, t] = await Promise.all([
    params,
    getTranslations('organizationOverview'),
  ]);
  const found = await loadOverview(slug);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={adminPath(slug)} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead', { organization: found.overview.name })}
      />
      <OrganizationOverview slug={slug} overview={found.overview} />
    </>
  );
}
