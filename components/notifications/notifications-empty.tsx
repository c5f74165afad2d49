import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { NotificationsView } from '@/lib/notifications/schema';
import { notificationsHref } from './notifications-href';

/** Why the list is empty, and the next step from there. */
export function NotificationsEmpty({
  view,
  hasOthers,
}: {
  view: NotificationsView;
  /** There are some, on earlier pages. */
  hasOthers: boolean;
}) {
  const t = useTranslations('notifications');
  if (hasOthers) {
    return (
      <EmptyState
        title={t('emptyPageTitle')}
        actions={
          <ButtonLink href={notificationsHref({ ...view, page: 1 })}>{t('firstPage')}</ButtonLink>
        }
      >
        {t('emptyPageText')}
      </EmptyState>
    );
  }
  if (view.topic !== null || view.unread) {
    return (
      <EmptyState
        title={t(view.topic === null ? 'emptyUnreadTitle' : 'emptyTopicTitle')}
        actions={<ButtonLink href={notificationsHref()}>{t('seeAll')}</ButtonLink>}
      >
        {t(view.topic === null ? 'emptyUnreadText' : 'emptyTopicText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      actions={<ButtonLink href="/mentors">{t('findMentor')}</ButtonLink>}
    >
      {t('emptyText')}
    </EmptyState>
  );
}
