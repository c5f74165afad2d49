import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  time,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { OverrideRange } from '@/domain/availability';
import { instant, tstzrange } from '../columns';
import { isBoundedRange, isNotSet, isZone } from './checks';
import { mentors } from './mentors';

/*
 * A row of these tables never changes: saving archives what is no longer so and adds what is new, so
 * that what was open when a booking was made can still be read.
 */

/** Recurring spans of local wall time. `days` are ISO weekdays, Monday = 1. */
export const weeklyWindows = pgTable(
  'weekly_windows',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    days: smallint().array().notNull(),
    startTime: time().notNull(),
    endTime: time().notNull(),
    /** Null: the mentor's own. */
    timeZone: text(),
    /** Null: a service's own seats are the only limit. */
    capacity: integer(),
    /** First and last local date, both inclusive; null is open. */
    firstOn: date(),
    lastOn: date(),
    /** False: kept by the mentor for later, and no part of their availability. */
    active: boolean().notNull().default(true),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
    archivedAt: instant(),
  },
  (table) => [
    index('weekly_windows_mentor_idx').on(table.mentorId).where(isNotSet(table.archivedAt)),
    check(
      'weekly_windows_days_known',
      sql`array_ndims(${table.days}) = 1 and cardinality(${table.days}) <= 7 and ${table.days} <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]`,
    ),
    check('weekly_windows_time_zone_known', isZone(table.timeZone)),
    check(
      'weekly_windows_whole_minutes',
      sql`extract(second from ${table.startTime}) = 0 and extract(second from ${table.endTime}) = 0`,
    ),
    check('weekly_windows_not_empty', sql`${table.startTime} < ${table.endTime}`),
    check('weekly_windows_capacity_positive', sql`${table.capacity} between 1 and 500`),
    check(
      'weekly_windows_dates_in_order',
      sql`${table.firstOn} is null or ${table.lastOn} is null or ${table.firstOn} <= ${table.lastOn}`,
    ),
  ],
);

/** What is open on one local date of the mentor's zone in place of the windows; no range: closed. */
export const overrides = pgTable(
  'overrides',
  {
    id: uuid()
      .primaryKey()
      .$defaultFn(uuidv7)
      .default(sql`gen_random_uuid()`),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    appliesOn: date().notNull(),
    ranges: jsonb().$type<OverrideRange[]>().notNull(),
    note: text().notNull().default(''),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
    archivedAt: instant(),
  },
  (table) => [
    uniqueIndex('overrides_date_key')
      .on(table.mentorId, table.appliesOn)
      .where(isNotSet(table.archivedAt)),
    check('overrides_ranges_is_list', sql`jsonb_typeof(${table.ranges}) = 'array'`),
  ],
);

/** Spans of instants in which a mentor takes no bookings. */
export const timeOff = pgTable(
  'time_off',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    period: tstzrange().notNull(),
    note: text().notNull().default(''),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
    archivedAt: instant(),
  },
  (table) => [
    index('time_off_mentor_period_idx')
      .using('gist', table.mentorId, table.period)
      .where(isNotSet(table.archivedAt)),
    check('time_off_period_bounded', isBoundedRange(table.period)),
  ],
);
