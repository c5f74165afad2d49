import {
  and,
  between,
  type Column,
  count,
  eq,
  gt,
  isNull,
  or,
  type Placeholder,
  sql,
} from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { type OverrideRange, seatLimit } from '@/domain/availability';
import type { BusyTime, Schedule } from '@/domain/schedules';
import type { db, Executor } from '../client';
import { prepared } from '../prepared';
import { arrayOf, isAnyOf } from '../conditions';
import type { Period } from '../columns';
import { isOneOf } from '../schema/checks';
import { overrides, timeOff, weeklyWindows } from '../schema/availability';
import { bookings } from '../schema/bookings';
import { importedEvents } from '../schema/external-calendars';
import { mentors } from '../schema/mentors';
import { organizationClosedDays } from '../schema/organizations';
import { sessions } from '../schema/sessions';
import { isViewer, shownAs } from '../viewer';

/** Weekly caps count whole weeks, and a viewer's day reaches into the mentor's neighbouring ones. */
const paddingHours = 8 * 24;

/**
 * Condition: the booking occupies time at `now`. A hold or a request past its deadline does not,
 * even before anything has marked it as expired.
 */
export function isLive(now: Temporal.Instant | Placeholder) {
  return or(
    isOneOf(bookings.status, ['confirmed', 'in_progress']),
    and(
      isOneOf(bookings.status, ['held', 'pending']),
      gt(bookings.expiresAt, sql.param(now, bookings.expiresAt)),
    ),
  );
}

/** Condition: `column`, a range, meets `period`. */
export function overlaps(
  column:
    | typeof bookings.period
    | typeof sessions.period
    | typeof timeOff.period
    | typeof importedEvents.period,
  period: Period | Placeholder,
) {
  return sql`${column} && ${sql.param(period, column)}`;
}

const startMs = (column: unknown) =>
  sql<number>`(extract(epoch from lower(${column})) * 1000)::float8`;
const endMs = (column: unknown) =>
  sql<number>`(extract(epoch from upper(${column})) * 1000)::float8`;

/**
 * Everything that decides the free slots of some mentors between two instants: five queries, however
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
  const ids = arrayOf(mentors.userId, mentorIds);
  const period: Period = {
    start: from.subtract({ hours: paddingHours }),
    end: to.add({ hours: paddingHours }),
  };
  // Dates are padded like instants, so that no zone's date is missed.
  const dates = { firstOn: utcDate(period.start), lastOn: utcDate(period.end) };
  const find = isViewer(executor) ? fromViews : fromTables;
  const [rules, windows, replaced, given, taken] = await Promise.all([
    findRules(executor, { ids }),
    find.windows(executor, { ids }),
    find.overrides(executor, { ids, ...dates }),
    find.sessions(executor, { ids, period, now }),
    find.busy(executor, { ids, period, now, isOwn }),
  ]);

  const windowsOf = byMentor(windows);
  const datesOf = byMentor(replaced);
  const busyOf = byMentor(taken);
  const sessionsOf = byMentor(given);
  return rules.map((mentor) => ({
    ...mentor,
    weekly: (windowsOf.get(mentor.mentorId) ?? []).map((row) => ({
      days: row.days,
      start: row.startTime.slice(0, 5),
      end: row.endTime.slice(0, 5),
      ...seatLimit(row.capacity),
      ...(row.timeZone !== null && { timeZone: row.timeZone }),
      ...(row.firstOn !== null && { from: row.firstOn }),
      ...(row.lastOn !== null && { until: row.lastOn }),
    })),
    overrides: eachDateOnce(datesOf.get(mentor.mentorId) ?? []).map((row) => ({
      date: row.appliesOn,
      ranges: row.ranges.map(({ start, end, capacity }) => ({
        start,
        end,
        ...seatLimit(capacity),
      })),
      ...(row.isClosedForAll && { isClosedForAll: true as const }),
    })),
    busy: (busyOf.get(mentor.mentorId) ?? [])
      .filter((busy) => !isOwnSession(busy, sessionsOf.get(mentor.mentorId) ?? []))
      .map(({ title, ...busy }) => ({ ...busy, ...(title !== null && { title }) })),
    sessions: sessionsOf.get(mentor.mentorId) ?? [],
  }));
}

/**
 * A session of ours that another program's calendar has under a UID of its own: it takes its time already,
 * and its free seats are to be had.
 */
function isOwnSession(
  { source, start, end }: Pick<BusyTime, 'source' | 'start' | 'end'>,
  given: readonly { start: number; end: number; seatsTaken: number }[],
): boolean {
  return (
    source === 'imported' &&
    given.some((one) => one.start === start && one.end === end && one.seatsTaken > 0)
  );
}

const ofMentors = (column: Column) => isAnyOf(column, sql.placeholder('ids'));
const period = sql.placeholder('period');
const now = sql.placeholder('now');

const findRules = prepared((db) =>
  db
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
    .where(ofMentors(mentors.userId)),
);

/**
 * The same questions asked of the tables, or for a page of the views that say of others' rows when and not
 * why (decision 32).
 */
function asking(from: {
  windows: typeof weeklyWindows;
  overrides: typeof overrides;
  sessions: typeof sessions;
  seats: typeof bookings;
  timeOff: typeof timeOff;
  /** Null: bookings, with their sessions. */
  attended: typeof bookings | null;
  importedEvents: typeof importedEvents;
}) {
  return {
    windows: findWindows(from.windows),
    overrides: findOverrides(from.overrides),
    sessions: findSessions(from.sessions, from.seats),
    busy: findBusy(from),
  };
}

type Sources = Parameters<typeof asking>[0];

const findWindows = (from: Sources['windows']) =>
  prepared((db) =>
    db
      .select({
        mentorId: weeklyWindows.mentorId,
        days: weeklyWindows.days,
        startTime: weeklyWindows.startTime,
        endTime: weeklyWindows.endTime,
        timeZone: weeklyWindows.timeZone,
        capacity: weeklyWindows.capacity,
        firstOn: weeklyWindows.firstOn,
        lastOn: weeklyWindows.lastOn,
      })
      .from(from)
      .where(
        and(
          ofMentors(weeklyWindows.mentorId),
          sql`${weeklyWindows.active}`,
          isNull(weeklyWindows.archivedAt),
        ),
      ),
  );

/** What replaces the windows of dates: what the mentor says, and the days on which their organization is closed. */
const findOverrides = (from: Sources['overrides']) =>
  prepared((db) =>
    unionAll(
      db
        .select({
          mentorId: overrides.mentorId,
          appliesOn: overrides.appliesOn,
          ranges: overrides.ranges,
          isClosedForAll: sql<boolean>`false`,
        })
        .from(from)
        .where(
          and(
            ofMentors(overrides.mentorId),
            isNull(overrides.archivedAt),
            between(overrides.appliesOn, sql.placeholder('firstOn'), sql.placeholder('lastOn')),
          ),
        ),
      db
        .select({
          mentorId: mentors.userId,
          appliesOn: organizationClosedDays.closedOn,
          ranges: sql<OverrideRange[]>`'[]'::jsonb`,
          isClosedForAll: sql<boolean>`true`,
        })
        .from(mentors)
        .innerJoin(
          organizationClosedDays,
          eq(organizationClosedDays.organizationId, mentors.organizationId),
        )
        .where(
          and(
            ofMentors(mentors.userId),
            between(
              organizationClosedDays.closedOn,
              sql.placeholder('firstOn'),
              sql.placeholder('lastOn'),
            ),
          ),
        ),
    ),
  );

/**
 * Sessions with their seats, which are counted by session: a join of the two tables would read every
 * booking as soon as one of the mentors has many.
 */
const findSessions = (given: Sources['sessions'], seated: Sources['seats']) =>
  prepared((db) => {
    const live = isLive(now);
    const seats = db
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
      .from(seated)
      .where(eq(bookings.sessionId, sessions.id))
      .as('seats');
    return db
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
      .from(given)
      .innerJoinLateral(seats, gt(seats.all, 0))
      .where(and(ofMentors(sessions.mentorId), overlaps(sessions.period, period)));
  });

/**
 * What else takes the mentors' time: time off, what they attend as mentees (with the buffers of those
 * sessions), and what their calendars elsewhere have; of removed calendars nothing is left.
 */
const findBusy = (from: Sources) =>
  prepared((db) =>
    unionAll(
      db
        .select({
          mentorId: timeOff.mentorId,
          source: sql<BusyTime['source']>`'time_off'`,
          start: startMs(timeOff.period),
          end: endMs(timeOff.period),
          title: sql<string | null>`null`,
        })
        .from(from.timeOff)
        .where(
          and(
            ofMentors(timeOff.mentorId),
            isNull(timeOff.archivedAt),
            overlaps(timeOff.period, period),
          ),
        ),
      selectAttended(db, from.attended),
      db
        .select({
          mentorId: importedEvents.mentorId,
          source: sql<BusyTime['source']>`'imported'`,
          start: startMs(importedEvents.period),
          end: endMs(importedEvents.period),
          title: sql<
            string | null
          >`case when ${sql.placeholder('isOwn')}::boolean then ${importedEvents.summary} end`,
        })
        .from(from.importedEvents)
        .where(and(ofMentors(importedEvents.mentorId), overlaps(importedEvents.period, period))),
    ),
  );

function selectAttended(database: typeof db, from: Sources['attended']) {
  const occupied = from ? sql`${bookings}.occupied` : sessions.occupied;
  const attended = database
    .select({
      mentorId: sql<string>`${bookings.menteeId}`,
      source: sql<BusyTime['source']>`'attended'`,
      start: startMs(occupied),
      end: endMs(occupied),
      title: sql<string | null>`null`,
    })
    .from(from ?? bookings)
    .$dynamic();
  if (!from) attended.innerJoin(sessions, eq(sessions.id, bookings.sessionId));
  return attended.where(
    and(ofMentors(bookings.menteeId), overlaps(bookings.period, period), isLive(now)),
  );
}

const fromTables = asking({
  windows: weeklyWindows,
  overrides,
  sessions,
  seats: bookings,
  timeOff,
  attended: null,
  importedEvents,
});
const fromViews = asking({
  windows: shownAs('open_windows', weeklyWindows),
  overrides: shownAs('open_dates', overrides),
  sessions: shownAs('busy_sessions', sessions),
  seats: shownAs('busy_seats', bookings),
  timeOff: shownAs('busy_time_off', timeOff),
  attended: shownAs('busy_attended', bookings),
  importedEvents: shownAs('busy_events', importedEvents),
});

/** Where the organization is closed, whatever the mentor says of that date. */
function eachDateOnce<Row extends { appliesOn: string; isClosedForAll: boolean }>(
  rows: Row[],
): Row[] {
  const closed = new Set(
    rows.filter(({ isClosedForAll }) => isClosedForAll).map(({ appliesOn }) => appliesOn),
  );
  return rows.filter(({ appliesOn, isClosedForAll }) => isClosedForAll || !closed.has(appliesOn));
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
