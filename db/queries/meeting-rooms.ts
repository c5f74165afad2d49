import { and, asc, eq, exists, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { RoomFailure } from '@/domain/meeting-rooms';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { meetingRooms } from '../schema/meeting-rooms';
import { mentors } from '../schema/mentors';
import { sessions } from '../schema/sessions';

const start = sql`lower(${sessions.period})`;
const end = sql`upper(${sessions.period})`;

function param(instant: Temporal.Instant) {
  return sql`${instant.toString()}::timestamptz`;
}

/**
 * Condition on a session and its mentor: it takes place by video and is not over, and nobody has a
 * fixed link for it. With `bookingIds`, only the sessions of those.
 */
function needsRoom(
  executor: Executor,
  { now, bookingIds = null }: { now: Temporal.Instant; bookingIds?: readonly string[] | null },
) {
  const confirmed = executor
    .select({ one: sql`1` })
    .from(bookings)
    .where(
      and(
        eq(bookings.sessionId, sessions.id),
        isOneOf(bookings.status, ['confirmed', 'in_progress']),
        bookingIds === null ? undefined : isAnyOf(bookings.id, bookingIds),
      ),
    );
  return and(
    // As the partial index has it, which a parameter would not match.
    sql`${sessions.active} and ${sessions.format} = 'video'`,
    sql`${end} > ${param(now)}`,
    eq(mentors.videoUrl, ''),
    exists(confirmed),
  );
}

/**
 * Sessions that need a room and have none that lasts to their end, the next ones first. (A session that
 * was moved may have outlived its room.)
 */
export async function listSessionsWithoutRoom(
  executor: Executor,
  {
    limit,
    ...which
  }: { now: Temporal.Instant; bookingIds?: readonly string[] | null; limit: number },
): Promise<string[]> {
  const rows = await executor
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(mentors, eq(mentors.userId, sessions.mentorId))
    .leftJoin(meetingRooms, eq(meetingRooms.sessionId, sessions.id))
    .where(
      and(
        needsRoom(executor, which),
        or(isNull(meetingRooms.sessionId), sql`${meetingRooms.lastsUntilAt} < ${end}`),
      ),
    )
    .orderBy(asc(end), asc(sessions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Gives sessions a Jitsi room each, unless another run has been faster: of several rooms for one
 * session the first is kept. What is being asked of Whereby for an old room of theirs is void.
 * @returns how many were given one
 */
export async function insertJitsiRooms(
  executor: Executor,
  { rooms, now }: { rooms: readonly { sessionId: string; url: string }[]; now: Temporal.Instant },
): Promise<number> {
  if (rooms.length === 0) return 0;
  const values = rooms.map((room) => ({
    ...room,
    provider: 'jitsi' as const,
    madeAt: now,
    nextAttemptAt: now,
  }));
  const rows = await executor
    .insert(meetingRooms)
    .values(values)
    .onConflictDoUpdate({
      target: meetingRooms.sessionId,
      set: {
        provider: 'jitsi',
        url: sql`excluded.url`,
        hostUrl: '',
        lastsUntilAt: null,
        madeAt: now,
        nextAttemptAt: now,
        failures: 0,
        failure: null,
        leasedUntil: null,
        claim: sql`${meetingRooms.claim} + 1`,
      },
      setWhere: sql`${meetingRooms.lastsUntilAt} < (select ${end} from ${sessions}
        where ${sessions.id} = ${meetingRooms.sessionId})`,
    })
    .returning({ sessionId: meetingRooms.sessionId });
  return rows.length;
}

/**
 * Takes up to `limit` Jitsi rooms for which Whereby may be asked and whose sessions start after
 * `startsAfter`, the next ones first. Those that another run is taking at this moment are passed over;
 * a lease that ran out (its run died) is taken over. `claim` is the run's proof that one is still its
 * own.
 */
export async function claimJitsiRooms(
  executor: Executor,
  {
    now,
    startsAfter,
    leasedUntil,
    limit,
    bookingIds = null,
  }: {
    now: Temporal.Instant;
    startsAfter: Temporal.Instant;
    leasedUntil: Temporal.Instant;
    limit: number;
    bookingIds?: readonly string[] | null;
  },
) {
  const due = executor
    .select({ id: meetingRooms.sessionId })
    .from(meetingRooms)
    .innerJoin(sessions, eq(sessions.id, meetingRooms.sessionId))
    .innerJoin(mentors, eq(mentors.userId, sessions.mentorId))
    .where(
      and(
        sql`${meetingRooms.provider} = 'jitsi'`,
        lte(meetingRooms.nextAttemptAt, now),
        or(isNull(meetingRooms.leasedUntil), lte(meetingRooms.leasedUntil, now)),
        gt(start, param(startsAfter)),
        needsRoom(executor, { now, bookingIds }),
      ),
    )
    .orderBy(asc(start), asc(sessions.id))
    .limit(limit)
    .for('update', { of: meetingRooms, skipLocked: true });
  return (
    executor
      .update(meetingRooms)
      .set({ leasedUntil, claim: sql`${meetingRooms.claim} + 1` })
      .from(sessions)
      // As an array the selection runs once; as a join the planner may run it again and take more rows.
      .where(
        and(
          sql`${meetingRooms.sessionId} = any(array(${due}))`,
          eq(sessions.id, meetingRooms.sessionId),
        ),
      )
      .returning({
        sessionId: meetingRooms.sessionId,
        claim: meetingRooms.claim,
        failures: meetingRooms.failures,
        period: sessions.period,
        capacity: sessions.capacity,
      })
  );
}

export type ClaimedRoom = Awaited<ReturnType<typeof claimJitsiRooms>>[number];

type Claim = Pick<ClaimedRoom, 'sessionId' | 'claim'>;

const isStillClaimed = ({ sessionId, claim }: Claim) =>
  and(eq(meetingRooms.sessionId, sessionId), eq(meetingRooms.claim, claim));

/**
 * Puts a room of Whereby's in the place of a Jitsi room, if the claim still holds and the session still
 * starts after `startsAfter` (so that nobody has seen the other one) and ends within the room's time.
 * @returns whether it did
 */
export async function recordWherebyRoom(
  executor: Executor,
  {
    sessionId,
    claim,
    startsAfter,
    lastsUntilAt,
    ...room
  }: Claim & {
    url: string;
    hostUrl: string;
    lastsUntilAt: Temporal.Instant;
    madeAt: Temporal.Instant;
    startsAfter: Temporal.Instant;
  },
): Promise<boolean> {
  const rows = await executor
    .update(meetingRooms)
    .set({
      ...room,
      lastsUntilAt,
      provider: 'whereby',
      failures: 0,
      failure: null,
      leasedUntil: null,
    })
    .from(sessions)
    .where(
      and(
        isStillClaimed({ sessionId, claim }),
        eq(sessions.id, meetingRooms.sessionId),
        gt(start, param(startsAfter)),
        sql`${end} <= ${param(lastsUntilAt)}`,
      ),
    )
    .returning({ sessionId: meetingRooms.sessionId });
  return rows.length > 0;
}

/** Ends an attempt that brought no room, unless the claim was lost to another run. */
export async function recordRoomFailure(
  executor: Executor,
  {
    sessionId,
    claim,
    ...outcome
  }: Claim & { failure: RoomFailure; failures: number; nextAttemptAt: Temporal.Instant },
): Promise<void> {
  await executor
    .update(meetingRooms)
    .set({ ...outcome, leasedUntil: null })
    .where(isStillClaimed({ sessionId, claim }));
}

/** Removes rooms of sessions that were over before then, at most `limit`. @returns how many */
export async function deleteOldRooms(
  executor: Executor,
  { before, limit }: { before: Temporal.Instant; limit: number },
): Promise<number> {
  const id = meetingRooms.sessionId;
  const old = executor
    .select({ id })
    .from(meetingRooms)
    .innerJoin(sessions, eq(sessions.id, id))
    .where(lt(end, param(before)))
    .limit(limit);
  const rows = await executor.delete(meetingRooms).where(inArray(id, old)).returning({ id });
  return rows.length;
}
