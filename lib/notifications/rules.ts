import type { NotificationData, NotificationKind } from '@/domain/notifications';
import { adminPath, organizationPath } from '@/domain/organizations';
import { calendarsPath } from '@/domain/external-calendars';
import type { UnreadSummary } from './schema';

/** The bell counts no further. */
export const mostUnread = 100;

/**
 * Whether this is what the bell's route answers. By hand, because the bell is on every page and a
 * schema would bring the whole of zod along.
 */
export function isUnreadSummary(value: unknown): value is UnreadSummary {
  if (typeof value !== 'object' || value === null) return false;
  const { count, waiting, latest } = value as Partial<UnreadSummary>;
  if (!Number.isInteger(count) || !Number.isInteger(waiting) || latest === undefined) return false;
  return latest === null || (typeof latest.id === 'string' && typeof latest.title === 'string');
}

/** What a notification leads to: its booking, the batch of several, or the page of what it is about. */
export function notificationPath({
  kind,
  bookingId,
  data,
}: {
  kind: NotificationKind;
  bookingId: string | null;
  data: NotificationData;
}): string {
  if ('batchId' in data && data.batchId !== undefined) return `/bookings/batches/${data.batchId}`;
  if (bookingId !== null) return `/bookings/${bookingId}`;
  if ('invitationId' in data) return `/invitations/${data.invitationId}`;
  // Of who is removed, or no member yet, the organization's own pages may be out of sight.
  if (kind === 'removed' || kind === 'domain_offer') return '/bookings';
  if (kind === 'joined' && 'slug' in data) return adminPath(data.slug, 'people');
  if (kind === 'mentor_waiting' && 'slug' in data) return adminPath(data.slug, 'mentors');
  if ('slug' in data) return organizationPath(data.slug);
  if (kind === 'calendar_zone_unknown' || kind === 'calendar_failing') return calendarsPath;
  return kind === 'credits_granted' ? '/credits' : '/mentor/profile';
}
