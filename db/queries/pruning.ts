/**
 * Removing what nobody needs any more, at most `limit` rows a call, so that no statement holds its locks
 * for long. Each gives the number of rows it has removed.
 */
import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { authSessions, emailTokens } from '../schema/auth';
import { bookingRequests } from '../schema/bookings';
import { cronRuns } from '../schema/cron';
import { grants } from '../schema/grants';
import { invitationImports } from '../schema/invitations';
import { welcomes } from '../schema/ledger';
import { notifications } from '../schema/notifications';
import { deliveries, mailboxMessages } from '../schema/outbox';
import { rateLimits } from '../schema/rate-limits';

interface Old {
  before: Temporal.Instant;
  limit: number;
}

/** Links that were out of date before then, used or not. */
export async function deleteOldEmailTokens(executor: Executor, { before, limit }: Old) {
  const { id, expiresAt } = emailTokens;
  const old = executor.select({ id }).from(emailTokens).where(lt(expiresAt, before)).limit(limit);
  const rows = await executor.delete(emailTokens).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** Login sessions that ran out before then. */
export async function deleteOldAuthSessions(executor: Executor, { before, limit }: Old) {
  const { sessionToken: id, expires } = authSessions;
  const then = new Date(before.epochMilliseconds);
  const old = executor.select({ id }).from(authSessions).where(lt(expires, then)).limit(limit);
  const rows = await executor.delete(authSessions).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** Counters whose window was over before then. */
export async function deleteOldRateLimits(executor: Executor, { before, limit }: Old) {
  const { key, expire } = rateLimits;
  const then = new Date(before.epochMilliseconds);
  const old = executor.select({ key }).from(rateLimits).where(lt(expire, then)).limit(limit);
  const rows = await executor.delete(rateLimits).where(inArray(key, old)).returning({ key });
  return rows.length;
}

/** Forms that were sent before then: sent again now, they would be a new wish. */
export async function deleteOldBookingRequests(executor: Executor, { before, limit }: Old) {
  const { id, createdAt } = bookingRequests;
  const old = executor
    .select({ id })
    .from(bookingRequests)
    .where(lt(createdAt, before))
    .limit(limit);
  const rows = await executor.delete(bookingRequests).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** Files of credits that were checked before then and never given. */
export async function deleteOldGrantDrafts(executor: Executor, { before, limit }: Old) {
  const { id, createdAt, givenAt } = grants;
  const old = executor
    .select({ id })
    .from(grants)
    .where(and(lt(createdAt, before), isNull(givenAt)))
    .limit(limit);
  const rows = await executor
    .delete(grants)
    // Somebody may be giving one of them this moment.
    .where(and(inArray(id, old), isNull(givenAt)))
    .returning({ id });
  return rows.length;
}

/** Files of people to invite that were checked before then and never sent. */
export async function deleteOldImportDrafts(executor: Executor, { before, limit }: Old) {
  const { id, createdAt, sentAt } = invitationImports;
  const old = executor
    .select({ id })
    .from(invitationImports)
    .where(and(lt(createdAt, before), isNull(sentAt)))
    .limit(limit);
  const rows = await executor
    .delete(invitationImports)
    // Somebody may be sending one of them this moment.
    .where(and(inArray(id, old), isNull(sentAt)))
    .returning({ id });
  return rows.length;
}

export async function deleteOldMailboxMessages(executor: Executor, { before, limit }: Old) {
  const { id, createdAt } = mailboxMessages;
  const old = executor
    .select({ id })
    .from(mailboxMessages)
    .where(lt(createdAt, before))
    .limit(limit);
  const rows = await executor.delete(mailboxMessages).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** Notifications of before then that have been read. */
export async function deleteOldReadNotifications(executor: Executor, { before, limit }: Old) {
  const { id, createdAt, readAt } = notifications;
  const old = executor
    .select({ id })
    .from(notifications)
    .where(and(lt(createdAt, before), isNotNull(readAt)))
    .limit(limit);
  const rows = await executor.delete(notifications).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** Notifications of before then, read or not. */
export async function deleteOldNotifications(executor: Executor, { before, limit }: Old) {
  const { id, createdAt } = notifications;
  const old = executor.select({ id }).from(notifications).where(lt(createdAt, before)).limit(limit);
  const rows = await executor.delete(notifications).where(inArray(id, old)).returning({ id });
  return rows.length;
}

/** From which networks those came who were welcomed before then. */
export async function forgetOldNetworks(executor: Executor, { before, limit }: Old) {
  const { organizationId, userId, networkHash, createdAt } = welcomes;
  const old = executor
    .select({ organizationId, userId })
    .from(welcomes)
    .where(and(isNotNull(networkHash), lt(createdAt, before)))
    .limit(limit);
  const rows = await executor
    .update(welcomes)
    .set({ networkHash: null })
    .where(sql`(${organizationId}, ${userId}) in ${old}`)
    .returning({ userId });
  return rows.length;
}

/** What mails said that were sent before then; the deliveries themselves stay. */
export async function forgetOldMailBodies(executor: Executor, { before, limit }: Old) {
  const { id, status, sentAt, rendered } = deliveries;
  const old = executor
    .select({ id })
    .from(deliveries)
    .where(and(eq(status, 'sent'), lt(sentAt, before), isNotNull(rendered)))
    .limit(limit);
  const rows = await executor
    .update(deliveries)
    .set({ rendered: null })
    .where(inArray(id, old))
    .returning({ id });
  return rows.length;
}

export async function deleteOldCronRuns(executor: Executor, { before, limit }: Old) {
  const { id, startedAt } = cronRuns;
  const old = executor.select({ id }).from(cronRuns).where(lt(startedAt, before)).limit(limit);
  const rows = await executor.delete(cronRuns).where(inArray(id, old)).returning({ id });
  return rows.length;
}
