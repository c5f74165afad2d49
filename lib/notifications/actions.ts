'use server';

import { userAction } from '@/lib/action-kit/builders';
import { everyNotificationForm, notificationForm } from './schema';
import {
  clearReadNotifications,
  readAllNotifications,
  readNotification,
  removeNotification,
} from './service';

/** Opens one: it is read from then on, and leads to what it is about. */
export const openNotificationAction = userAction({
  schema: notificationForm,
  flash: 'notifications',
  run: async ({ input, viewer, now }) => {
    const result = await readNotification({ ...input, userId: viewer.id, now });
    return { ok: true, value: result.ok ? result.value.path : '/notifications' };
  },
  leadsTo: ({ value }) => value,
  limitByPerson: null,
});

export const readNotificationAction = userAction({
  schema: notificationForm,
  flash: 'notifications',
  run: async ({ input, viewer, now }) => {
    await readNotification({ ...input, userId: viewer.id, now });
    return { ok: true };
  },
  refreshes: true,
  limitByPerson: null,
});

export const removeNotificationAction = userAction({
  schema: notificationForm,
  flash: 'notifications',
  run: async ({ input, viewer }) => {
    await removeNotification({ ...input, userId: viewer.id });
    return { ok: true };
  },
  refreshes: true,
  limitByPerson: null,
});

export const readAllNotificationsAction = userAction({
  schema: everyNotificationForm,
  flash: 'notifications',
  run: async ({ viewer, now }) => {
    await readAllNotifications({ userId: viewer.id, now });
    return { ok: true };
  },
  refreshes: true,
  limitByPerson: null,
});

export const clearReadNotificationsAction = userAction({
  schema: everyNotificationForm,
  flash: 'notifications',
  run: async ({ viewer }) => {
    await clearReadNotifications({ userId: viewer.id });
    return { ok: true };
  },
  refreshes: true,
  limitByPerson: null,
});
