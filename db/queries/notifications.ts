import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { NotificationData, NotificationKind } from '@/domain/notifications';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { isAnyOf } from '../conditions';
import { notifications } from '../schema/notifications';

export async function insertNotifications(
  executor: Executor,
  rows: {
    userId: string;
    kind: NotificationKind;
    bookingId: string | null;
    data: NotificationData;
    createdAt: Temporal.Instant;
  }[],
): Promise<void> {
  await insertRows(executor, notifications, rows);
}

const listed = {
  id: notifications.id,
  kind: notifications.kind,
  data: notifications.data,
  createdAt: notifications.createdAt,
  readAt: notifications.readAt,
};

const newestFirst = [desc(notifications.createdAt), desc(notifications.id)];

interface Wanted {
  userId: string;
  isUnread: boolean;
  /** Null: of any kind. */
  kinds: readonly NotificationKind[] | null;
}

/** A page of a user's notifications, newest first, with the number of all that match. */
export async function listNotifications(
  executor: Executor,
  { limit, offset, ...wanted }: Wanted & { limit: number; offset: number },
) {
  const [rows, [counted]] = await Promise.all([
    executor
      .select(listed)
      .from(notifications)
      .where(matches(wanted))
      .orderBy(...newestFirst)
      .limit(limit)
      .offset(offset),
    executor.select({ total: count() }).from(notifications).where(matches(wanted)),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

function matches({ userId, isUnread, kinds }: Wanted) {
  return and(
    eq(notifications.userId, userId),
    isUnread ? isNull(notifications.readAt) : undefined,
    kinds === null ? undefined : isAnyOf(notifications.kind, kinds),
  );
}

/** How many of a user's notifications are unread, up to `most`, and the newest of them. */
export async function getUnread(
  executor: Executor,
  { userId, most }: { userId: string; most: number },
) {
  const unread = matches({ userId, isUnread: true, kinds: null });
  const [rows, [latest]] = await Promise.all([
    executor.select({ id: notifications.id }).from(notifications).where(unread).limit(most),
    executor
      .select(listed)
      .from(notifications)
      .where(unread)
      .orderBy(...newestFirst)
      .limit(1),
  ]);
  return { count: rows.length, latest: latest ?? null };
}

/** How many of a user's notifications have been read. */
export async function countRead(executor: Executor, { userId }: { userId: string }) {
  return executor.$count(
    notifications,
    and(eq(notifications.userId, userId), isNotNull(notifications.readAt)),
  );
}

/** Marks one of the user's own as read; what it leads to, or null when there is no such one. */
export async function markNotificationRead(
  executor: Executor,
  { userId, id, now }: { userId: string; id: string; now: Temporal.Instant },
) {
  const own = and(eq(notifications.userId, userId), eq(notifications.id, id));
  await executor
    .update(notifications)
    .set({ readAt: now })
    .where(and(own, isNull(notifications.readAt)));
  const [row] = await executor
    .select({
      bookingId: notifications.bookingId,
      kind: notifications.kind,
      data: notifications.data,
    })
    .from(notifications)
    .where(own)
    .limit(1);
  return row ?? null;
}

export async function markAllNotificationsRead(
  executor: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<void> {
  await executor
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
}

export async function deleteNotification(
  executor: Executor,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  await executor
    .delete(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.id, id)));
}

/** Deletes what the user has read. */
export async function deleteReadNotifications(
  executor: Executor,
  { userId }: { userId: string },
): Promise<void> {
  await executor
    .delete(notifications)
    .where(and(eq(notifications.userId, userId), isNotNull(notifications.readAt)));
}
