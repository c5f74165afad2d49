import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { bookings } from '../schema/bookings';
import { sessions } from '../schema/sessions';
import { nextSequence } from './bookings';

/** Locks sessions in id order, so that two sweeps of one session see each other's work. */
export async function lockSessions(tx: Executor, { ids }: { ids: string[] }): Promise<void> {
  await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(isAnyOf(sessions.id, ids))
    .orderBy(asc(sessions.id))
    .for('update');
}

/**
 * Gives a session another time, and with it every seat (the foreign key cascades). Deadlines that
 * would then lie after the start are brought forward first.
 */
export async function moveSessionRow(
  tx: Executor,
  {
    sessionId,
    period,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    movedByMentorAt,
  }: {
    sessionId: string;
    period: Period;
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    /** Null where a mentee moves it. */
    movedByMentorAt: Temporal.Instant | null;
  },
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      ...nextSequence,
      expiresAt: sql`least(${bookings.expiresAt}, ${sql.param(period.start, bookings.expiresAt)})`,
    })
    .where(and(eq(bookings.sessionId, sessionId), eq(bookings.sessionActive, true)));
  await tx
    .update(sessions)
    .set({
      period,
      bufferBeforeMinutes,
      bufferAfterMinutes,
      occupied: {
        start: period.start.subtract({ minutes: bufferBeforeMinutes }),
        end: period.end.add({ minutes: bufferAfterMinutes }),
      },
      sequence: sql`${sessions.sequence} + 1`,
      ...(movedByMentorAt && { movedByMentorAt }),
    })
    .where(eq(sessions.id, sessionId));
}

/**
 * Frees the mentor's time of those sessions that have no active seat left. One that is called off
 * gets the next SEQUENCE, which its cancelled invitation needs (RFC 5546); one that took place not.
 */
export async function releaseEmptySessions(
  tx: Executor,
  { ids, calledOff }: { ids: string[]; calledOff: boolean },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ active: false, ...(calledOff && { sequence: sql`${sessions.sequence} + 1` }) })
    .where(
      and(
        isAnyOf(sessions.id, ids),
        eq(sessions.active, true),
        sql`not exists (select 1 from ${bookings}
          where ${bookings.sessionId} = ${sessions.id} and ${bookings.sessionActive})`,
      ),
    );
}

export async function getSession(executor: Executor, { id }: { id: string }) {
  const [session] = await executor.select().from(sessions).where(eq(sessions.id, id)).limit(1);
  return session ?? null;
}

/** Sessions that somebody is about to join, with the seats that are taken, in order. */
export async function listJoinedSessions(tx: Executor, { ids }: { ids: string[] }) {
  return tx
    .select({
      id: sessions.id,
      mentorId: sessions.mentorId,
      period: sessions.period,
      capacity: sessions.capacity,
      sequence: sessions.sequence,
      format: sessions.format,
      seats: sql<number[]>`array_agg(${bookings.seat} order by ${bookings.seat})`,
    })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(and(isAnyOf(sessions.id, ids), eq(bookings.sessionActive, true)))
    .groupBy(sessions.id);
}

export async function insertSessions(tx: Executor, rows: (typeof sessions.$inferInsert)[]) {
  await insertRows(tx, sessions, rows);
}

export async function checkInMentor(
  tx: Executor,
  { sessionId, now }: { sessionId: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ mentorCheckedInAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.mentorCheckedInAt)));
}
