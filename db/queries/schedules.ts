import { and, between, count, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { BusyTime, Schedule } from '@/domain/schedules';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { isOneOf } from '../schema/checks';
import { overrides, timeOff, weeklyWindows } from '../schema/availability';
import { bookings } from '../schema/bookings';
import { importedEvents } from '../schema/external-calendars';
import { mentors } from '../schema/mentors';
import { sessions } from '../schema/sessions';

/** Weekly caps count whole weeks, and a viewer's day reaches into the mentor's neighbouring ones. */
const paddingHours = 8 * 24;

/**
 * Condition: the booking occupies time at `now`. A hold or a request past its deadline does not,
 * even before anything has marked it as expired.
 */
export function isLive(now: Temporal.Instant) {
  return or(
    isOneOf(bookings.status, ['confirmed', 'in_progress']),
    and(isOneOf(bookings.status, ['held', 'pending']), gt(bookings.expiresAt, now)),
  );
}

/** Condition: `column`, a range, meets `period`. */
export function overlaps(
  column:
    | typeof bookings.period
    | typeof sessions.period
    | typeof timeOff.period
    | typeof importedEvents.period,
  period: Period,
) {
  return sql`${column} && ${sql.param(period, column)}`;
}

const startMs = (column: unknown) =>
  sql<number>`(extract(epoch from lower(${column})) * 1000)::float8`;
const endMs = (column: unknown) =>
  sql<number>`(extract(epoch from upper(${column})) * 1000)::float8`;

/**
 * Everything that decides the free slots of some mentors between two instants: seven queries, however
 * many mentors. Mentors who do not exist are missing from the answer. With `isOwn` it is for the mentor
 * who asks, and imported events have their titles, which nobody else may read.
 */
export async function listSchedules(
  executor: Executor,
  {
    mentorIds,
    from,
    to,
    now,
    isOwn = false,
  }: {
    mentorIds: string[];
    from: Temporal.Instant;
    to: Temporal.Instant;
    now: Temporal.Instant;
    isOwn?: boolean;
  },
): Promise<Schedule[]> {
  if (mentorIds.length === 0) return [];
  const period: Period = {
    start: from.subtract({ hours: paddingHours }),
    end: to.add({ hours: paddingHours }),
  };
  const [rules, windows, dates, off, given, attended, imported] = await Promise.all([
    selectRules(executor, mentorIds),
    selectWindows(executor, mentorIds),
    selectOverrides(executor, mentorIds, period),
    selectTimeOff(executor, mentorIds, period),
    selectSessions(executor, mentorIds, period, now),
    selectAttended(executor, mentorIds, period, now),
    selectImported(executor, mentorIds, period, isOwn),
  ]);

  const windowsOf = byMentor(windows);
  const datesOf = byMentor(dates);
  const busyOf = byMentor<{ mentorId: string } & BusyTime>([...off, ...attended, ...imported]);
  const sessionsOf = byMentor(given);
  return rules.map((mentor) => ({
    ...mentor,
    weekly: (windowsOf.get(mentor.mentorId) ?? []).map((row) => ({
      days: row.days,
      start: row.startTime.slice(0, 5),
      end: row.endTime.slice(0, 5),
      capacity: row.capacity,
      ...(row.timeZone !== null && { timeZone: row.timeZone }),
      ...(row.firstOn !== null && { from: row.firstOn }),
      ...(row.lastOn !== null && { until: row.lastOn }),
    })),
    overrides: (datesOf.get(mentor.mentorId) ?? []).map((row) => ({
      date: row.appliesOn,
      ranges: row.ranges,
    })),
    busy: busyOf.get(mentor.mentorId) ?? [],
    sessions: sessionsOf.get(mentor.mentorId) ?? [],
  }));
}

function selectRules(executor: Executor, mentorIds: string[]) {
  return executor
    .select({
      mentorId: mentors.userId,
      timeZone: mentors.timeZone,
      minimumNoticeMinutes: mentors.minimumNoticeMinutes,
      horizonDays: mentors.horizonDays,
      stepMinutes: mentors.stepMinutes,
      bufferBeforeMinutes: mentors.bufferBeforeMinutes,
      bufferAfterMinutes: mentors.bufferAfterMinutes,
      maxSessionsPerDay: mentors.maxSessionsPerDay,
      maxSessionsPerWeek: mentors.maxSessionsPerWeek,
    })
    .from(mentors)
    .where(isAnyOf(mentors.userId, mentorIds));
}

function selectWindows(executor: Executor, mentorIds: string[]) {
  return executor
    .select()
    .from(weeklyWindows)
    .where(
      and(
        isAnyOf(weeklyWindows.mentorId, mentorIds),
        eq(weeklyWindows.active, true),
        isNull(weeklyWindows.archivedAt),
      ),
    );
}

/** Dates are padded like instants, so that no zone's date is missed. */
function selectOverrides(executor: Executor, mentorIds: string[], period: Period) {
  return executor
    .select({
      mentorId: overrides.mentorId,
      appliesOn: overrides.appliesOn,
      ranges: overrides.ranges,
    })
    .from(overrides)
    .where(
      and(
        isAnyOf(overrides.mentorId, mentorIds),
        isNull(overrides.archivedAt),
        between(overrides.appliesOn, utcDate(period.start), utcDate(period.end)),
      ),
    );
}

function selectTimeOff(executor: Executor, mentorIds: string[], period: Period) {
  return executor
    .select({
      mentorId: timeOff.mentorId,
      source: sql<'time_off'>`'time_off'`,
      start: startMs(timeOff.period),
      end: endMs(timeOff.period),
    })
    .from(timeOff)
    .where(
      and(
        isAnyOf(timeOff.mentorId, mentorIds),
        isNull(timeOff.archivedAt),
        overlaps(timeOff.period, period),
      ),
    );
}

/**
 * Sessions with their seats, which are counted by session: a join of the two tables would read every
 * booking as soon as one of the mentors has many.
 */
function selectSessions(
  executor: Executor,
  mentorIds: string[],
  period: Period,
  now: Temporal.Instant,
) {
  const live = isLive(now);
  const seats = executor
    .select({
      all: count().as('all_seats'),
      seatsTaken: sql<number>`(count(*) filter (where ${live}))::int`.as('seats_taken'),
      isHold:
        sql<boolean>`coalesce(bool_and(${bookings.status} = 'held') filter (where ${live}), false)`.as(
          'is_hold',
        ),
      countsTowardsCaps:
        sql<boolean>`bool_or(${live} or ${bookings.status} in ('completed', 'no_show'))`.as(
          'counts_towards_caps',
        ),
    })
    .from(bookings)
    .where(eq(bookings.sessionId, sessions.id))
    .as('seats');
  return executor
    .select({
      mentorId: sessions.mentorId,
      id: sessions.id,
      variantId: sessions.variantId,
      start: startMs(sessions.period),
      end: endMs(sessions.period),
      bufferBeforeMinutes: sessions.bufferBeforeMinutes,
      bufferAfterMinutes: sessions.bufferAfterMinutes,
      capacity: sessions.capacity,
      format: sessions.format,
      seatsTaken: seats.seatsTaken,
      isHold: seats.isHold,
      countsTowardsCaps: seats.countsTowardsCaps,
    })
    .from(sessions)
    .innerJoinLateral(seats, gt(seats.all, 0))
    .where(and(isAnyOf(sessions.mentorId, mentorIds), overlaps(sessions.period, period)));
}

/** What the mentors attend as mentees: their own time too, with the buffers of those sessions. */
function selectAttended(
  executor: Executor,
  mentorIds: string[],
  period: Period,
  now: Temporal.Instant,
) {
  return executor
    .select({
      mentorId: sql<string>`${bookings.menteeId}`,
      source: sql<'attended'>`'attended'`,
      start: startMs(sessions.occupied),
      end: endMs(sessions.occupied),
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(isAnyOf(bookings.menteeId, mentorIds), overlaps(bookings.period, period), isLive(now)),
    );
}

/** What the mentors' calendars elsewhere have of their time. Those of removed calendars are gone. */
function selectImported(
  executor: Executor,
  mentorIds: string[],
  period: Period,
  withTitles: boolean,
) {
  return executor
    .select({
      mentorId: importedEvents.mentorId,
      source: sql<'imported'>`'imported'`,
      start: startMs(importedEvents.period),
      end: endMs(importedEvents.period),
      ...(withTitles && { title: importedEvents.summary }),
    })
    .from(importedEvents)
    .where(
      and(isAnyOf(importedEvents.mentorId, mentorIds), overlaps(importedEvents.period, period)),
    );
}

function utcDate(instant: Temporal.Instant): string {
  return instant.toString().slice(0, 10);
}

function byMentor<Row extends { mentorId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.mentorId);
    if (group) group.push(row);
    else groups.set(row.mentorId, [row]);
  }
  return groups;
}
