import { and, asc, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { arrayOf, isAnyOf } from '../conditions';
import { prepared } from '../prepared';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';

const lapsing = isOneOf(bookings.status, ['held', 'pending']);

const findLapsed = prepared((db) =>
  db
    .select({ id: bookings.id, status: bookings.status, sessionId: bookings.sessionId })
    .from(bookings)
    .where(
      and(
        lapsing,
        lte(bookings.expiresAt, sql.param(sql.placeholder('now'), bookings.expiresAt)),
        or(
          isAnyOf(bookings.mentorId, sql.placeholder('personIds')),
          isAnyOf(bookings.menteeId, sql.placeholder('personIds')),
        ),
      ),
    )
    .orderBy(asc(bookings.id)),
);

export type LapsedSeat = Awaited<ReturnType<typeof listLapsed>>[number];

/** Holds and requests past their deadline in which one of these people has a part, by session. */
export function listLapsed(
  tx: Executor,
  { personIds, now }: { personIds: string[]; now: Temporal.Instant },
) {
  return findLapsed(tx, { personIds: arrayOf(bookings.mentorId, personIds), now });
}

/** Holds and requests past their deadline, anybody's, longest past first. For the cron. */
export async function listAllLapsed(
  executor: Executor,
  { now, limit }: { now: Temporal.Instant; limit: number },
) {
  return executor
    .select({ id: bookings.id, mentorId: bookings.mentorId, menteeId: bookings.menteeId })
    .from(bookings)
    .where(and(lapsing, lte(bookings.expiresAt, now)))
    .orderBy(asc(bookings.expiresAt))
    .limit(limit);
}

/** Bookings that ended before then and were never closed, oldest end first. For the cron. */
export async function listUnclosed(
  executor: Executor,
  { endedBefore, limit }: { endedBefore: Temporal.Instant; limit: number },
) {
  const end = sql`upper(${bookings.period})`;
  return executor
    .select({
      id: bookings.id,
      sessionId: bookings.sessionId,
      mentorId: bookings.mentorId,
      menteeId: bookings.menteeId,
    })
    .from(bookings)
    .where(
      and(
        // As in the index: an `in` with parameters would not be seen to be the same.
        sql`status in ('confirmed', 'in_progress')`,
        sql`${end} <= ${endedBefore.toString()}::timestamptz`,
      ),
    )
    .orderBy(end)
    .limit(limit);
}
