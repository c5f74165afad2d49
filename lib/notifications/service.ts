import type { Temporal } from 'temporal-polyfill';
import { notificationContent, type NotificationContent } from '@/domain/notifications';
import { db, type Transaction } from '@/db/client';
import {
  deleteNotification,
  deleteReadNotifications,
  insertNotifications,
  markAllNotificationsRead,
  markNotificationRead,
} from '@/db/queries/notifications';
import { ok, refused, type Result } from '@/kernel/result';
import { notificationPath } from './rules';

export interface NewNotification {
  userId: string;
  /** Null for what is about no booking. */
  bookingId: string | null;
  content: NotificationContent;
  now: Temporal.Instant;
}

/** Writes notifications in the transaction of what they tell of: both happen or neither. */
export async function enqueueNotifications(
  tx: Transaction,
  list: readonly NewNotification[],
): Promise<void> {
  await insertNotifications(
    tx,
    list.map(({ userId, bookingId, content, now }) => {
      // What does not fit its own kind must not be kept: no page could write it out.
      notificationContent.parse(content);
      return { userId, bookingId, ...content, createdAt: now };
    }),
  );
}

interface Own {
  userId: string;
  notificationId: string;
}

/** Marks one of the user's own as read. @returns the path of what it is about */
export async function readNotification({
  userId,
  notificationId: id,
  now,
}: Own & { now: Temporal.Instant }): Promise<Result<{ path: string }, 'not_found'>> {
  const row = await markNotificationRead(db, { userId, id, now });
  return row ? ok({ path: notificationPath(row) }) : refused('not_found');
}

export async function readAllNotifications(options: {
  userId: string;
  now: Temporal.Instant;
}): Promise<void> {
  await markAllNotificationsRead(db, options);
}

/** Deletes one of the user's own; one that is gone already is as good. */
export async function removeNotification({ userId, notificationId: id }: Own): Promise<void> {
  await deleteNotification(db, { userId, id });
}

export async function clearReadNotifications(options: { userId: string }): Promise<void> {
  await deleteReadNotifications(db, options);
}
