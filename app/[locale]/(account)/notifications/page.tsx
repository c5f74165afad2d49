import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { StreamedWithScript } from '@/components/layout/streamed-with-script';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import {
  NotificationList,
  NotificationListSkeleton,
} from '@/components/notifications/notification-list';
import { notificationsHref } from '@/components/notifications/notifications-href';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { loadNotifications } from '@/lib/notifications/loaders';
import { notificationsView, type NotificationsView } from '@/lib/notifications/schema';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notifications');
  return { title: t('title'), robots: { index: false } };
}

export default async function NotificationsPage({
  searchParams,
}: PageProps<'/[locale]/notifications'>) {
  const [query, { device }, t] = await Promise.all([
    searchParams,
    getBrowserZones(),
    getTranslations('notifications'),
  ]);
  const view = notificationsView.parse(query);
  const href = notificationsHref(view);
  const isPlain = device === null || query.plain !== undefined;
  const plainHref = `${new URL(href, 'http://baobab').search || '?'}&plain=1`;
  return (
    <div className="page-width max-w-prose pb-16">
      <PageHeader title={t('title')} />
      <TabLinks
        label={t('tabsLabel')}
        tabs={[false, true].map((unread) => ({
          href: notificationsHref({ unread, topic: view.topic }),
          label: t(unread ? 'unread' : 'all'),
          isCurrent: view.unread === unread,
        }))}
      />
      <div className="pt-5">
        <StreamedWithScript
          key={href}
          isOff={isPlain}
          plainHref={plainHref}
          fallback={<NotificationListSkeleton />}
        >
          <Notifications view={view} href={href} isPlain={isPlain} />
        </StreamedWithScript>
      </div>
    </div>
  );
}

async function Notifications({
  view,
  href,
  isPlain,
}: {
  view: NotificationsView;
  href: string;
  isPlain: boolean;
}) {
  const page = await loadNotifications(view);
  if (!page) return <SignInFirst about="notifications" next={href} isPlain={isPlain} />;
  return (
    <>
      <ZoneQuestion />
      <NotificationList {...page} view={view} at={Temporal.Now.instant().epochMilliseconds} />
    </>
  );
}
