import { useLocale, useTranslations } from 'next-intl';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { CloseIcon } from '@/components/ui/icons';
import { Time } from '@/components/ui/time';
import type { NotificationItem } from '@/lib/notifications/schema';
import { readNotificationAction, removeNotificationAction } from '@/lib/notifications/actions';
import { formatNear } from '@/kernel/time/format';
import { NotificationButton } from './notification-button';
import { notificationWords } from './notification-words';
import { OpenNotification } from './open-notification';

/** One notification: what it says, when it came, and what can be done with it. */
export function NotificationRow({
  item,
  path,
  timeZone,
  at,
}: {
  item: NotificationItem;
  path: string;
  timeZone: string;
  /** The present, in epoch milliseconds. */
  at: number;
}) {
  const t = useTranslations('notifications');
  const texts = useTranslations('notificationTexts');
  const place = { locale: useLocale(), timeZone };
  const { title, text, quote } = notificationWords(item.content, { t: texts, place });
  return (
    <li
      className={`flex items-start gap-2 rounded-lg border p-4 pr-2 ${item.isRead ? 'bg-surface' : 'bg-green-soft'}`}
    >
      <OpenNotification notificationId={item.id} path={path}>
        <span className="flex items-center gap-2">
          {!item.isRead && (
            <>
              <span aria-hidden="true" className="dot bg-green size-2.5 shrink-0" />
              <span className="sr-only">{t('unreadMark')}</span>
            </>
          )}
          <strong className="min-w-0 font-semibold wrap-anywhere">{title}</strong>
        </span>
        <span className="mt-1 block">{text}</span>
        {quote !== null && (
          <span className="mt-1 block wrap-anywhere whitespace-pre-line italic">{quote}</span>
        )}
        <Time at={item.createdAt} className="text-muted mt-1 block text-sm">
          {formatNear(item.createdAt, place, { now: at })}
        </Time>
      </OpenNotification>
      <div className="-mt-2 flex flex-col sm:flex-row-reverse">
        <NotificationButton
          action={removeNotificationAction}
          notificationId={item.id}
          path={path}
          label={t('removeOf', { title })}
        >
          <CloseIcon />
        </NotificationButton>
        {!item.isRead && (
          <NotificationButton
            action={readNotificationAction}
            notificationId={item.id}
            path={path}
            label={t('markReadOf', { title })}
          >
            <CheckIcon />
          </NotificationButton>
        )}
      </div>
    </li>
  );
}
