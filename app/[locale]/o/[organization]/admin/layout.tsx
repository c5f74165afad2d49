import { getTranslations } from 'next-intl/server';
import { WorkspaceNav } from '@/components/mentor-workspace/workspace-nav';
import { loadOrganization } from '@/lib/organizations/loaders/organization';
import { adminTabs } from './admin-tabs';

/** The frame of the pages for those who run an organization. Each of them asks itself who may see it. */
export default async function AdminLayout({
  params,
  children,
}: LayoutProps<'/[locale]/o/[organization]/admin'>) {
  const { organization: slug } = await params;
  const [organization, t] = await Promise.all([
    loadOrganization(slug),
    getTranslations('organizations'),
  ]);
  const tabs = adminTabs(slug, organization?.role ?? null);
  return (
    <div className="page-width pt-4 pb-16">
      {tabs.length > 0 && (
        <WorkspaceNav
          label={t('adminNav')}
          pages={tabs.map(({ href, label }) => ({ href, label: t(`tabs.${label}`) }))}
        />
      )}
      {children}
    </div>
  );
}
