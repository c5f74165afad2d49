import { getTranslations } from 'next-intl/server';
import { WorkspaceNav } from '@/components/mentor-workspace/workspace-nav';
import { loadRequestCount } from '@/lib/bookings/loaders/requests';

/** The frame of a mentor's pages. Each of them asks for a mentor itself, where it reads. */
export default async function WorkspaceLayout({ children }: LayoutProps<'/[locale]/mentor'>) {
  const [t, waiting] = await Promise.all([getTranslations('workspace'), loadRequestCount()]);
  return (
    <div className="page-width pt-4 pb-16">
      <WorkspaceNav
        label={t('nav')}
        pages={[
          {
            href: '/mentor/requests',
            label: t('requests'),
            ...(waiting > 0 && { count: waiting }),
          },
          { href: '/mentor/calendar', label: t('calendar') },
          { href: '/mentor/availability', label: t('availability') },
          { href: '/mentor/services', label: t('services') },
          { href: '/mentor/profile', label: t('profile') },
          { href: '/mentor/earnings', label: t('earnings') },
        ]}
      />
      {children}
    </div>
  );
}
