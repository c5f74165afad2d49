import { useTranslations } from 'next-intl';
import { Pagination } from '@/components/ui/pagination';
import { Skeleton } from '@/components/ui/skeleton';
import {
  clearReadNotificationsAction,
  readAllNotificationsAction,
} from '@/lib/notifications/actions';
import {
  type NotificationItem,
  notificationsPerPage,
  type NotificationsView,
} from '@/lib/notifications/schema';
import { NotificationButton } from './notification-button';
import { NotificationRow } from './notification-row';
import { NotificationTopics } from './notification-topics';
import { NotificationsEmpty } from './notifications-empty';
import { notificationsHref } from './notifications-href';

/** The notification centre below its tabs: topics, what can be done with all, the list, the pages. */
export function NotificationList({
  view,
  items,
  total,
  unreadCount,
  readCount,
  timeZone,
  at,
}: {
  view: NotificationsView;
  items: NotificationItem[];
  total: number;
  unreadCount: number;
  readCount: number;
  timeZone: string;
  /** The present, in epoch milliseconds. */
  at: number;
}) {
  const t = useTranslations('notifications');
  const path = notificationsHref(view);
  const isUnused = unreadCount + readCount === 0;
  return (
    <div className="flex flex-col gap-5">
      {!isUnused && <NotificationTopics view={view} />}
      {!isUnused && (
        <div className="flex flex-wrap items-center gap-x-2">
          <output className="text-muted mr-auto text-sm">{t('count', { count: total })}</output>
          {unreadCount > 0 && (
            <NotificationButton action={readAllNotificationsAction} path={path}>
              {t('markAllRead')}
            </NotificationButton>
          )}
          {readCount > 0 && (
            <NotificationButton action={clearReadNotificationsAction} path={path}>
              {t('clearRead')}
            </NotificationButton>
          )}
        </div>
      )}
      {items.length === 0 ? (
        <NotificationsEmpty view={view} hasOthers={total > 0} />
      ) : (
        <>
          <ul className="flex flex-col gap-3">
            {items.map((item) => (
              <NotificationRow key={item.id} item={item} path={path} timeZone={timeZone} at={at} />
            ))}
          </ul>
          <Pagination
            page={view.page}
            pageCount={Math.ceil(total / notificationsPerPage)}
            hrefFor={(page) => notificationsHref({ ...view, page })}
          />
        </>
      )}
    </div>
  );
}

export function NotificationListSkeleton() {
  const t = useTranslations('notifications');
  return (
    <div>
      <output className="sr-only">{t('loading')}</output>
      <div aria-hidden="true" className="flex flex-col gap-3">
        <Skeleton className="h-11 w-72 max-w-full rounded-md" />
        {[1, 2, 3, 4].map((number) => (
          <Skeleton key={number} className="h-28 rounded-lg" />
        ))}
      </div>
    </div>
  );
}
