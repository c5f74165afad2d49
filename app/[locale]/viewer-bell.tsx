import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { LazyBell } from '@/components/notifications/lazy-bell';
import { notificationWords } from '@/components/notifications/notification-words';
import { loadUnread } from '@/lib/notifications/loaders';

/** The bell of whoever is looking; nothing for visitors. */
export async function ViewerBell() {
  const unread = await loadUnread();
  if (!unread) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('notificationTexts')]);
  const { userId, count, waiting, latest, timeZone } = unread;
  const rendered = {
    count,
    waiting,
    latest: latest && {
      id: latest.id,
      title: notificationWords(latest.content, { t, place: { locale, timeZone } }).title,
    },
  };
  return (
    <MessagesProvider namespaces={['bell']}>
      <LazyBell userId={userId} rendered={rendered} />
    </MessagesProvider>
  );
}
