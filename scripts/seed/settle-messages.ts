import { and, desc, eq, lte, ne, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { notifications } from '@/db/schema/notifications';
import { deliveries } from '@/db/schema/outbox';
import { reminders } from '@/db/schema/reminders';

/** Why mails of the demo did not arrive, for an admin to see. */
const failures = [
  { attempts: 8, lastError: '503 service_unavailable: try again later' },
  { attempts: 1, lastError: '422 validation_error: the domain of the address does not exist' },
];

/**
 * Mails and reminders of the history are old news: they count as sent, and nobody gets them; the latest
 * confirmations failed. People have read what is older than two days.
 */
export async function settleMessages(now: Temporal.Instant): Promise<void> {
  await db
    .update(deliveries)
    .set({ status: 'sent', sentAt: sql`${deliveries.createdAt}` })
    .where(and(eq(deliveries.status, 'pending'), ne(deliveries.kind, 'sign_in')));
  const latest = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.kind, 'booked_mentee'))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(failures.length);
  for (const [place, failure] of failures.entries()) {
    await db
      .update(deliveries)
      .set({ status: 'failed', sentAt: null, ...failure })
      .where(eq(deliveries.id, latest[place]?.id ?? ''));
  }
  await db
    .update(reminders)
    .set({ status: 'sent', decidedAt: sql`${reminders.dueAt}` })
    .where(and(eq(reminders.status, 'planned'), lte(reminders.dueAt, now)));
  await db
    .update(notifications)
    .set({ readAt: sql`${notifications.createdAt}` })
    .where(lte(notifications.createdAt, now.subtract({ hours: 48 })));
}
