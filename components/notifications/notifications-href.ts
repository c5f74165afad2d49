import type { NotificationsView } from '@/lib/notifications/schema';

/** The address of the notification centre for a view: what is as usual stays out of it. */
export function notificationsHref({
  unread,
  topic,
  page,
}: Partial<NotificationsView> = {}): string {
  const query = new URLSearchParams();
  if (unread) query.set('unread', '1');
  if (topic) query.set('topic', topic);
  if (page !== undefined && page !== 1) query.set('page', String(page));
  return query.size === 0 ? '/notifications' : `/notifications?${query.toString()}`;
}
