import { z } from 'zod';
import {
  calendarNotificationKinds,
  membershipNotificationKinds,
  type NotificationKind,
  type ReadNotification,
} from '@/domain/notifications';

/** What people filter by: a dozen kinds are too many to choose from. */
export const notificationTopics = {
  bookings: ['requested', 'booked', 'confirmed', 'declined', 'expired'],
  changes: ['moved', 'move_requested', 'cancelled'],
  sessions: ['started', 'completed', 'no_show', 'follow_up', 'message'],
  reminders: ['reminder'],
  credits: ['credits_granted'],
  mentoring: [
    'mentor_waiting',
    'mentor_approved',
    'mentor_sent_back',
    'mentor_appointed',
    ...calendarNotificationKinds,
  ],
  organizations: membershipNotificationKinds,
} as const satisfies Record<string, readonly NotificationKind[]>;

export const topicNames = [
  'bookings',
  'changes',
  'sessions',
  'reminders',
  'credits',
  'mentoring',
  'organizations',
] as const;

/** Notifications on one page of the list. */
export const notificationsPerPage = 20;

/** What the address of the list asks for; what makes no sense in it is left out. */
export const notificationsView = z.object({
  unread: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  topic: z.enum(topicNames).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type NotificationsView = z.output<typeof notificationsView>;

/** A notification in the list. The page has the words. */
export interface NotificationItem {
  id: string;
  content: ReadNotification;
  isRead: boolean;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** What the bell asks for every half minute. `latest` is the newest unread one, in words. */
export interface UnreadSummary {
  count: number;
  /** Requests that wait for the user's answer as a mentor, read or not. */
  waiting: number;
  latest: { id: string; title: string } | null;
}

export const notificationForm = z.object({ notificationId: z.uuid() });
/** For what concerns all of the user's notifications: the form has nothing to say. */
export const everyNotificationForm = z.object({});
