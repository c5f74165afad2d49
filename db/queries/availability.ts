import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { BookingRules, OverrideRange, WindowDraft } from '@/domain/availability';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { overrides, timeOff, weeklyWindows } from '../schema/availability';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { isLive } from './schedules';

/** The rules by which a mentor is booked; null when the user does not mentor. */
export async function getBookingRules(
  executor: Executor,
  { mentorId }: { mentorId: string },
): Promise<BookingRules | null> {
  const [rules] = await executor
    .select({
      timeZone: mentors.timeZone,
      minimumNoticeMinutes: mentors.minimumNoticeMinutes,
      horizonDays: mentors.horizonDays,
      stepMinutes: mentors.stepMinutes,
      bufferBeforeMinutes: mentors.bufferBeforeMinutes,
      bufferAfterMinutes: mentors.bufferAfterMinutes,
      cancelNoticeMinutes: mentors.cancelNoticeMinutes,
      moveNoticeMinutes: mentors.moveNoticeMinutes,
      lateCancelPercent: mentors.lateCancelPercent,
      maxSessionsPerDay: mentors.maxSessionsPerDay,
      maxSessionsPerWeek: mentors.maxSessionsPerWeek,
      mostOpenEach: mentors.mostOpenEach,
      mostRequestsEach: mentors.mostRequestsEach,
      confirmation: mentors.confirmation,
    })
    .from(mentors)
    .where(eq(mentors.userId, mentorId))
    .limit(1);
  return rules ?? null;
}

export async function updateBookingRules(
  tx: Executor,
  { mentorId, rules }: { mentorId: string; rules: BookingRules },
): Promise<void> {
  await tx.update(mentors).set(rules).where(eq(mentors.userId, mentorId));
}

/** A mentor's windows as they are now, inactive ones too. */
export async function listWeeklyWindows(
  executor: Executor,
  { mentorId }: { mentorId: string },
): Promise<(WindowDraft & { id: string })[]> {
  const rows = await executor
    .select()
    .from(weeklyWindows)
    .where(and(eq(weeklyWindows.mentorId, mentorId), isNull(weeklyWindows.archivedAt)))
    .orderBy(asc(weeklyWindows.startTime), asc(weeklyWindows.id));
  return rows.map(
    ({ id, days, startTime, endTime, timeZone, capacity, firstOn, lastOn, active }) => ({
      id,
      days,
      start: startTime.slice(0, 5),
      end: endTime.slice(0, 5),
      timeZone,
      capacity,
      firstOn,
      lastOn,
      active,
    }),
  );
}

export async function insertWeeklyWindows(
  tx: Executor,
  { mentorId, windows, now }: { mentorId: string; windows: WindowDraft[]; now: Temporal.Instant },
): Promise<void> {
  if (windows.length === 0) return;
  await tx.insert(weeklyWindows).values(
    windows.map(({ start, end, ...window }) => ({
      ...window,
      mentorId,
      startTime: start,
      endTime: end,
      createdAt: now,
    })),
  );
}

export async function archiveWeeklyWindows(
  tx: Executor,
  { mentorId, ids, now }: { mentorId: string; ids: string[]; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(weeklyWindows)
    .set({ archivedAt: now })
    .where(
      and(
        eq(weeklyWindows.mentorId, mentorId),
        isAnyOf(weeklyWindows.id, ids),
        isNull(weeklyWindows.archivedAt),
      ),
    );
}

/** What replaces the windows on single dates, from a date on; at most a thousand. */
export async function listOverrides(
  executor: Executor,
  { mentorId, from }: { mentorId: string; from: string },
) {
  return executor
    .select({ date: overrides.appliesOn, ranges: overrides.ranges, note: overrides.note })
    .from(overrides)
    .where(
      and(
        eq(overrides.mentorId, mentorId),
        isNull(overrides.archivedAt),
        gte(overrides.appliesOn, from),
      ),
    )
    .orderBy(asc(overrides.appliesOn))
    .limit(1000);
}

/** @returns the dates that had an override. */
export async function archiveOverrides(
  tx: Executor,
  { mentorId, dates, now }: { mentorId: string; dates: string[]; now: Temporal.Instant },
): Promise<string[]> {
  const rows = await tx
    .update(overrides)
    .set({ archivedAt: now })
    .where(
      and(
        eq(overrides.mentorId, mentorId),
        isAnyOf(overrides.appliesOn, dates),
        isNull(overrides.archivedAt),
      ),
    )
    .returning({ date: overrides.appliesOn });
  return rows.map(({ date }) => date);
}

export async function insertOverrides(
  tx: Executor,
  {
    mentorId,
    dates,
    ranges,
    note,
    now,
  }: {
    mentorId: string;
    dates: string[];
    ranges: OverrideRange[];
    note: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insert(overrides)
    .values(dates.map((appliesOn) => ({ mentorId, appliesOn, ranges, note, createdAt: now })));
}

/** Time off that is not over at `now`, in order; at most 500. */
export async function listTimeOff(
  executor: Executor,
  { mentorId, now }: { mentorId: string; now: Temporal.Instant },
) {
  return executor
    .select({ id: timeOff.id, period: timeOff.period, note: timeOff.note })
    .from(timeOff)
    .where(
      and(
        eq(timeOff.mentorId, mentorId),
        isNull(timeOff.archivedAt),
        sql`upper(${timeOff.period}) > ${now.toString()}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${timeOff.period})`), asc(timeOff.id))
    .limit(500);
}

export async function insertTimeOff(
  tx: Executor,
  values: { mentorId: string; period: Period; note: string; createdAt: Temporal.Instant },
): Promise<string> {
  const [row] = await tx.insert(timeOff).values(values).returning({ id: timeOff.id });
  if (!row) throw new Error('time off was not written');
  return row.id;
}

/** @returns whether there was such time off of this mentor's. */
export async function archiveTimeOff(
  tx: Executor,
  { mentorId, id, now }: { mentorId: string; id: string; now: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx
    .update(timeOff)
    .set({ archivedAt: now })
    .where(and(eq(timeOff.id, id), eq(timeOff.mentorId, mentorId), isNull(timeOff.archivedAt)))
    .returning({ id: timeOff.id });
  return rows.length > 0;
}

/** The live bookings of some of a mentor's sessions, with what the mentor knows them by; at most 500. */
export async function listSeatsOf(
  executor: Executor,
  { mentorId, sessionIds, now }: { mentorId: string; sessionIds: string[]; now: Temporal.Instant },
) {
  if (sessionIds.length === 0) return [];
  return executor
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      reference: bookings.reference,
      status: bookings.status,
      period: bookings.period,
      menteeName: sql<string | null>`coalesce(${users.name}, ${bookings.guestName})`,
      serviceTitle: services.title,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(users, eq(users.id, bookings.menteeId))
    .where(
      and(eq(bookings.mentorId, mentorId), isAnyOf(bookings.sessionId, sessionIds), isLive(now)),
    )
    .orderBy(asc(sql`lower(${bookings.period})`), asc(bookings.id))
    .limit(500);
}
