import { and, asc, count, eq, exists, lte, min, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import {
  type ReminderKind,
  reminderKinds,
  type ReminderPreferences,
  type SkipReason,
} from '@/domain/reminders';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { isAnyOf } from '../conditions';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { reminderPreferences, reminders } from '../schema/reminders';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

export interface PlannedReminder {
  /** One of the two is null. */
  bookingId: string | null;
  sessionId: string | null;
  version: number;
  recipientId: string;
  kind: ReminderKind;
  dueAt: Temporal.Instant;
  createdAt: Temporal.Instant;
}

/** Plans what is not planned yet: the same reminder under the same version is there once. */
export async function insertReminders(tx: Executor, rows: PlannedReminder[]): Promise<void> {
  await insertRows(tx, reminders, rows, { skipsExisting: true });
}

/**
 * Ends the planned reminders of these bookings and sessions that were planned for something that is
 * over since: another version, or called off.
 */
export async function retireReminders(
  tx: Executor,
  {
    bookingIds,
    sessionIds,
    now,
  }: { bookingIds: string[]; sessionIds: string[]; now: Temporal.Instant },
): Promise<void> {
  const isOff = isOneOf(bookings.status, ['cancelled', 'expired']);
  const bookingIs = (condition: SQL | undefined) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(bookings)
        .where(and(eq(bookings.id, reminders.bookingId), condition)),
    );
  const sessionIs = (condition: SQL | undefined) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(sessions)
        .where(and(eq(sessions.id, reminders.sessionId), condition)),
    );
  const isCalledOff = or(bookingIs(isOff), sessionIs(eq(sessions.active, false)));
  const reason = sql<SkipReason>`case when ${isCalledOff} then 'cancelled' else 'moved' end`;
  await tx
    .update(reminders)
    .set({ status: 'skipped', emailReason: reason, inAppReason: reason, decidedAt: now })
    .where(
      and(
        isOneOf(reminders.status, ['planned']),
        or(
          and(
            isAnyOf(reminders.bookingId, bookingIds),
            bookingIs(or(isOff, ne(bookings.sequence, reminders.version))),
          ),
          and(
            isAnyOf(reminders.sessionId, sessionIds),
            sessionIs(ne(sessions.sequence, reminders.version)),
          ),
        ),
      ),
    );
}

/** As in the index: a parameter would not be seen to be the same. */
const isWaiting = sql`status = 'planned'`;

/** How many reminders are due and not sent, and since when the oldest of them is. */
export async function getReminderBacklog(executor: Executor, { now }: { now: Temporal.Instant }) {
  const [row] = await executor
    .select({ backlog: count(), dueSince: min(reminders.dueAt) })
    .from(reminders)
    .where(and(isWaiting, isOneOf(reminders.kind, reminderKinds), lte(reminders.dueAt, now)));
  return { backlog: row?.backlog ?? 0, dueSince: row?.dueSince ?? null };
}

/**
 * Takes due reminders until the transaction ends: the kinds that lose their sense soonest first, and of
 * each the longest due. Those that another run has taken are passed over, not waited for.
 */
export async function claimDueReminders(
  tx: Executor,
  { now, limit }: { now: Temporal.Instant; limit: number },
) {
  const claimed: ClaimedReminder[] = [];
  for (const kind of kindsByUrgency) {
    if (claimed.length >= limit) break;
    claimed.push(...(await claimOfKind(tx, { kind, now, limit: limit - claimed.length })));
  }
  return claimed;
}

/** Ranges of one index, one after the other: no order over all kinds could be read from it. */
const kindsByUrgency = ['30m', '1h', '24h', 'post_session'] as const satisfies ReminderKind[];

async function claimOfKind(
  tx: Executor,
  { kind, now, limit }: { kind: ReminderKind; now: Temporal.Instant; limit: number },
) {
  return tx
    .select({
      id: reminders.id,
      bookingId: reminders.bookingId,
      sessionId: reminders.sessionId,
      version: reminders.version,
      recipientId: reminders.recipientId,
      kind: reminders.kind,
      dueAt: reminders.dueAt,
    })
    .from(reminders)
    .where(and(isWaiting, eq(reminders.kind, kind), lte(reminders.dueAt, now)))
    .orderBy(asc(reminders.dueAt), asc(reminders.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export type ClaimedReminder = Awaited<ReturnType<typeof claimOfKind>>[number];

/** What becomes of a reminder on each channel: null where it goes out by it, else why not. */
export interface ReminderOutcome {
  status: 'sent' | 'skipped';
  emailReason: SkipReason | null;
  inAppReason: SkipReason | null;
}

/** Marks claimed ones. */
export async function settleReminders(
  tx: Executor,
  { ids, outcome, now }: { ids: string[]; outcome: ReminderOutcome; now: Temporal.Instant },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(reminders)
    .set({ ...outcome, decidedAt: now })
    .where(isAnyOf(reminders.id, ids));
}

const preferences = {
  emailKinds: reminderPreferences.emailKinds,
  inAppKinds: reminderPreferences.inAppKinds,
  quietFromMinute: reminderPreferences.quietFromMinute,
  quietUntilMinute: reminderPreferences.quietUntilMinute,
};

/** People with what they wish; null wishes where they have said nothing. */
export async function listReminderRecipients(executor: Executor, { ids }: { ids: string[] }) {
  return executor
    .select({
      id: users.id,
      email: users.email,
      locale: users.locale,
      timeZone: users.timeZone,
      blockedAt: users.blockedAt,
      preferences,
    })
    .from(users)
    .leftJoin(reminderPreferences, eq(reminderPreferences.userId, users.id))
    .where(isAnyOf(users.id, ids));
}

export async function getReminderPreferences(
  executor: Executor,
  { userId }: { userId: string },
): Promise<ReminderPreferences | null> {
  const [row] = await executor
    .select(preferences)
    .from(reminderPreferences)
    .where(eq(reminderPreferences.userId, userId))
    .limit(1);
  return row ?? null;
}

export async function upsertReminderPreferences(
  tx: Executor,
  {
    userId,
    preferences: { emailKinds, inAppKinds, quietFromMinute, quietUntilMinute },
    now,
  }: { userId: string; preferences: ReminderPreferences; now: Temporal.Instant },
): Promise<void> {
  const set = {
    emailKinds: [...emailKinds],
    inAppKinds: [...inAppKinds],
    quietFromMinute,
    quietUntilMinute,
    updatedAt: now,
  };
  await tx
    .insert(reminderPreferences)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: reminderPreferences.userId, set });
}

/**
 * Takes one kind from the e-mails that a user wishes, in one statement, so that nothing is lost of what
 * is saved at the same time. `usual`: what they wish who have said nothing.
 */
export async function removeEmailReminder(
  executor: Executor,
  {
    userId,
    kind,
    usual,
    now,
  }: { userId: string; kind: ReminderKind; usual: ReminderPreferences; now: Temporal.Instant },
): Promise<void> {
  await executor
    .insert(reminderPreferences)
    .values({
      userId,
      emailKinds: usual.emailKinds.filter((one) => one !== kind),
      inAppKinds: [...usual.inAppKinds],
      quietFromMinute: usual.quietFromMinute,
      quietUntilMinute: usual.quietUntilMinute,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: reminderPreferences.userId,
      set: {
        emailKinds: sql`array_remove(${reminderPreferences.emailKinds}, ${kind})`,
        updatedAt: now,
      },
    });
}

/**
 * The reminders of both sides of a booking that is the user's, in the order of their time. Those that
 * a move has left behind, on both channels at once, are not of interest any more.
 */
export async function listRemindersOfBooking(
  executor: Executor,
  { bookingId, userId }: { bookingId: string; userId: string },
) {
  return executor
    .select({
      id: reminders.id,
      recipientId: reminders.recipientId,
      kind: reminders.kind,
      dueAt: reminders.dueAt,
      status: reminders.status,
      emailReason: reminders.emailReason,
      inAppReason: reminders.inAppReason,
      decidedAt: reminders.decidedAt,
    })
    .from(bookings)
    .innerJoin(
      reminders,
      or(eq(reminders.bookingId, bookings.id), eq(reminders.sessionId, bookings.sessionId)),
    )
    .where(
      and(
        eq(bookings.id, bookingId),
        or(eq(bookings.menteeId, userId), eq(bookings.mentorId, userId)),
        sql`${reminders.emailReason} is distinct from 'moved'`,
      ),
    )
    .orderBy(asc(reminders.dueAt), asc(reminders.id))
    .limit(100);
}
