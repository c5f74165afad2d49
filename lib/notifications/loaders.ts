import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { notificationContent } from '@/domain/notifications';
import { asViewer } from '@/db/viewer';
import { countRead, getUnread, listNotifications } from '@/db/queries/notifications';
import { countRequests } from '@/db/queries/requests';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { log } from '@/kernel/log';
import { mostUnread } from './rules';
import {
  type NotificationItem,
  notificationsPerPage,
  type NotificationsView,
  notificationTopics,
} from './schema';

type Row = Awaited<ReturnType<typeof listNotifications>>['rows'][number];

/** A page of the viewer's notifications; null when nobody is signed in. */
export async function loadNotifications(view: NotificationsView) {
  const viewer = await getViewer();
  if (!viewer) return null;
  const userId = viewer.id;
  const timeZone = await getPageTimeZone();
  const [{ rows, total }, unread, readCount] = await asViewer(viewer, (tx) =>
    Promise.all([
      listNotifications(tx, {
        userId,
        isUnread: view.unread,
        kinds: view.topic === null ? null : notificationTopics[view.topic],
        limit: notificationsPerPage,
        offset: (view.page - 1) * notificationsPerPage,
      }),
      getUnread(tx, { userId, most: mostUnread }),
      countRead(tx, { userId }),
    ]),
  );
  return {
    items: rows.flatMap((row) => itemOf(row) ?? []),
    total,
    unreadCount: unread.count,
    readCount,
    timeZone,
  };
}

/** What the viewer's bell shows; null when nobody is signed in. */
export async function loadUnread() {
  const viewer = await getViewer();
  if (!viewer) return null;
  const now = Temporal.Now.instant();
  const timeZone = await getPageTimeZone();
  const [{ count, latest }, waiting] = await asViewer(viewer, (tx) =>
    Promise.all([
      getUnread(tx, { userId: viewer.id, most: mostUnread }),
      viewer.isMentor ? countRequests(tx, { mentorId: viewer.id, now, most: mostUnread }) : 0,
    ]),
  );
  return {
    userId: viewer.id,
    count,
    waiting,
    latest: latest && itemOf(latest),
    timeZone,
  };
}

function itemOf({ id, kind, data, readAt, createdAt }: Row): NotificationItem | null {
  const content = notificationContent.safeParse({ kind, data });
  if (!content.success) {
    // Written by a version that had another shape: better left out than a page that does not open.
    log.error({ notificationId: id, err: content.error }, 'a notification could not be read');
    return null;
  }
  return {
    id,
    content: content.data,
    isRead: readAt !== null,
    createdAt: createdAt.epochMilliseconds,
  };
}
