import { and, asc, count, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ReadFailure, UnknownZone } from '@/domain/external-calendars';
import type { Executor } from '../client';
import type { Period } from '../columns';
import { externalCalendars, importedEvents } from '../schema/external-calendars';
import { mentors } from '../schema/mentors';
import { users } from '../schema/users';

/** PostgreSQL takes 65,535 parameters a statement; a row has five. */
const rowsAtOnce = 1000;

/** A mentor's calendars, the oldest first, with how many of their events are not over at `now`. */
export async function listExternalCalendars(
  executor: Executor,
  { mentorId, now }: { mentorId: string; now: Temporal.Instant },
) {
  return executor
    .select({
      id: externalCalendars.id,
      name: externalCalendars.name,
      url: externalCalendars.url,
      readAt: externalCalendars.readAt,
      attemptedAt: externalCalendars.attemptedAt,
      failure: externalCalendars.failure,
      failingSince: externalCalendars.failingSince,
      skippedEvents: externalCalendars.skippedEvents,
      skippedLines: externalCalendars.skippedLines,
      ownAddresses: externalCalendars.ownAddresses,
      unknownZones: externalCalendars.unknownZones,
      busyEvents: count(importedEvents.id),
    })
    .from(externalCalendars)
    .leftJoin(
      importedEvents,
      and(
        eq(importedEvents.calendarId, externalCalendars.id),
        sql`upper(${importedEvents.period}) > ${now.toString()}::timestamptz`,
      ),
    )
    .where(and(eq(externalCalendars.mentorId, mentorId), isNull(externalCalendars.archivedAt)))
    .groupBy(externalCalendars.id)
    .orderBy(asc(externalCalendars.createdAt), asc(externalCalendars.id))
    .limit(100);
}

/** How many calendars a mentor has, and whether this address is one of them. */
export async function countExternalCalendars(
  executor: Executor,
  { mentorId, url }: { mentorId: string; url: string },
) {
  const [row] = await executor
    .select({
      total: count(),
      same: sql<number>`(count(*) filter (where ${eq(externalCalendars.url, url)}))::int`,
    })
    .from(externalCalendars)
    .where(and(eq(externalCalendars.mentorId, mentorId), isNull(externalCalendars.archivedAt)));
  return { total: row?.total ?? 0, hasSame: (row?.same ?? 0) > 0 };
}

export async function insertExternalCalendar(
  executor: Executor,
  values: typeof externalCalendars.$inferInsert,
): Promise<string> {
  const [row] = await executor
    .insert(externalCalendars)
    .values(values)
    .returning({ id: externalCalendars.id });
  if (!row) throw new Error('a calendar was not inserted');
  return row.id;
}

/**
 * Takes up to `limit` calendars that are due for one run, the longest due first; with an `only`, that
 * one of its mentor's, due or not. Those that another run is taking at this moment are passed over; a
 * lease that ran out (its run died) is taken over. `claim` is the run's proof that one is still its own.
 */
export async function claimCalendars(
  executor: Executor,
  {
    now,
    leasedUntil,
    limit,
    only = null,
  }: {
    now: Temporal.Instant;
    leasedUntil: Temporal.Instant;
    limit: number;
    only?: { id: string; mentorId: string } | null;
  },
) {
  const due = executor
    .select({ id: externalCalendars.id })
    .from(externalCalendars)
    .where(
      and(
        isNull(externalCalendars.archivedAt),
        or(isNull(externalCalendars.leasedUntil), lte(externalCalendars.leasedUntil, now)),
        only === null
          ? lte(externalCalendars.nextAttemptAt, now)
          : and(eq(externalCalendars.id, only.id), eq(externalCalendars.mentorId, only.mentorId)),
      ),
    )
    .orderBy(asc(externalCalendars.nextAttemptAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return (
    executor
      .update(externalCalendars)
      .set({ leasedUntil, claim: sql`${externalCalendars.claim} + 1` })
      .from(mentors)
      .innerJoin(users, eq(users.id, mentors.userId))
      // As an array the selection runs once; as a join the planner may run it again and take more rows.
      .where(
        and(
          sql`${externalCalendars.id} = any(array(${due}))`,
          eq(mentors.userId, externalCalendars.mentorId),
        ),
      )
      .returning({
        id: externalCalendars.id,
        mentorId: externalCalendars.mentorId,
        name: externalCalendars.name,
        url: externalCalendars.url,
        etag: externalCalendars.etag,
        lastModified: externalCalendars.lastModified,
        digest: externalCalendars.digest,
        expandedAt: externalCalendars.expandedAt,
        expandedTimeZone: externalCalendars.timeZone,
        failures: externalCalendars.failures,
        failingSince: externalCalendars.failingSince,
        claim: externalCalendars.claim,
        readAt: externalCalendars.readAt,
        ownAddresses: externalCalendars.ownAddresses,
        announcedZones: externalCalendars.announcedZones,
        failureAnnouncedAt: externalCalendars.failureAnnouncedAt,
        timeZone: mentors.timeZone,
        ownersEmail: users.email,
        ownersLocale: users.locale,
      })
  );
}

export type ClaimedCalendar = Awaited<ReturnType<typeof claimCalendars>>[number];

type Claim = { id: string; claim: number };

const isStillClaimed = ({ id, claim }: Claim) =>
  and(
    eq(externalCalendars.id, id),
    eq(externalCalendars.claim, claim),
    isNull(externalCalendars.archivedAt),
  );

export type ReadOutcome = {
  attemptedAt: Temporal.Instant;
  nextAttemptAt: Temporal.Instant;
} & (
  | {
      failure: ReadFailure;
      failingSince: Temporal.Instant;
      failures: number;
      failureAnnouncedAt: Temporal.Instant | null;
    }
  | { failure: null; read: ExpandedCalendar | null }
);

/** What all of a calendar says, and of which version, when and for which zone. */
export interface ExpandedCalendar {
  etag: string | null;
  lastModified: string | null;
  digest: string;
  timeZone: string;
  skippedEvents: number;
  skippedLines: number;
  unknownZones: UnknownZone[];
  announcedZones: string[];
}

/** Ends an attempt; null when the claim was lost to another run or the calendar has been removed. */
export async function recordReadOutcome(
  executor: Executor,
  { id, claim, outcome }: Claim & { outcome: ReadOutcome },
) {
  const { attemptedAt, nextAttemptAt } = outcome;
  const [row] = await executor
    .update(externalCalendars)
    .set({
      attemptedAt,
      nextAttemptAt,
      leasedUntil: null,
      failure: outcome.failure,
      ...(outcome.failure === null
        ? {
            readAt: attemptedAt,
            failingSince: null,
            failures: 0,
            failureAnnouncedAt: null,
            ...(outcome.read && { ...outcome.read, expandedAt: attemptedAt }),
          }
        : {
            failingSince: outcome.failingSince,
            failures: outcome.failures,
            failureAnnouncedAt: outcome.failureAnnouncedAt,
          }),
    })
    .where(isStillClaimed({ id, claim }))
    .returning({ id: externalCalendars.id });
  return row ?? null;
}

/** Puts these in the place of all events that a mentor's calendar had. */
export async function replaceImportedEvents(
  tx: Executor,
  {
    mentorId,
    calendarId,
    events,
  }: { mentorId: string; calendarId: string; events: { period: Period; summary: string }[] },
): Promise<void> {
  await tx
    .delete(importedEvents)
    .where(and(eq(importedEvents.calendarId, calendarId), eq(importedEvents.mentorId, mentorId)));
  for (let from = 0; from < events.length; from += rowsAtOnce) {
    const rows = events.slice(from, from + rowsAtOnce);
    await tx.insert(importedEvents).values(rows.map((row) => ({ ...row, mentorId, calendarId })));
  }
}

/**
 * Says which addresses are a mentor's own in a calendar of theirs. All of it is asked for anew, and who is
 * reading it at this moment, by the addresses of before, loses their claim. Null when it is not theirs.
 */
export async function setOwnAddresses(
  executor: Executor,
  {
    mentorId,
    id,
    ownAddresses,
    now,
  }: { mentorId: string; id: string; ownAddresses: string[]; now: Temporal.Instant },
) {
  const [row] = await executor
    .update(externalCalendars)
    .set({
      ownAddresses,
      etag: null,
      lastModified: null,
      nextAttemptAt: now,
      leasedUntil: null,
      claim: sql`${externalCalendars.claim} + 1`,
    })
    .where(
      and(
        eq(externalCalendars.id, id),
        eq(externalCalendars.mentorId, mentorId),
        isNull(externalCalendars.archivedAt),
      ),
    )
    .returning({ id: externalCalendars.id });
  return row ?? null;
}

/** How calendars of any mentors' are doing, for mails about them; of one that is removed nothing. */
export async function listCalendarsForMail(
  executor: Executor,
  { ids }: { ids: readonly string[] },
) {
  if (ids.length === 0) return [];
  return executor
    .select({
      id: externalCalendars.id,
      name: externalCalendars.name,
      url: externalCalendars.url,
      failure: externalCalendars.failure,
      failingSince: externalCalendars.failingSince,
      readAt: externalCalendars.readAt,
      timeZone: mentors.timeZone,
    })
    .from(externalCalendars)
    .innerJoin(mentors, eq(mentors.userId, externalCalendars.mentorId))
    .where(and(inArray(externalCalendars.id, [...ids]), isNull(externalCalendars.archivedAt)));
}

/** Removes a mentor's calendar; its row stays. Null when it is not theirs, or removed already. */
export async function archiveExternalCalendar(
  executor: Executor,
  { mentorId, id, now }: { mentorId: string; id: string; now: Temporal.Instant },
) {
  const [row] = await executor
    .update(externalCalendars)
    .set({ archivedAt: now, leasedUntil: null })
    .where(
      and(
        eq(externalCalendars.id, id),
        eq(externalCalendars.mentorId, mentorId),
        isNull(externalCalendars.archivedAt),
      ),
    )
    .returning({ id: externalCalendars.id });
  return row ?? null;
}
