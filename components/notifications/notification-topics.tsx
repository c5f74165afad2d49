import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { type NotificationsView, topicNames } from '@/lib/notifications/schema';
import { notificationsHref } from './notifications-href';

/** What the notifications are to be about. */
export function NotificationTopics({ view }: { view: NotificationsView }) {
  const t = useTranslations('notifications');
  return (
    <nav aria-label={t('topicLabel')}>
      <ul className="flex flex-wrap gap-2">
        {([null, ...topicNames] as const).map((topic) => (
          <li key={topic}>
            <Link
              href={notificationsHref({ unread: view.unread, topic })}
              aria-current={view.topic === topic ? 'page' : undefined}
              className="reacts bg-surface border-edge hover:bg-sunken aria-[current]:bg-green aria-[current]:text-on-green flex min-h-11 items-center rounded-md border px-4 text-sm font-semibold aria-[current]:border-transparent"
            >
              {t(topic === null ? 'topics.all' : `topics.${topic}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
