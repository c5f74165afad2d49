import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { OverrideRange } from '@/lib/availability/schema';
import { instant, tstzrange } from '../columns';
import { isBoundedRange, isZone } from './checks';
import { mentors } from './mentors';

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
    capacity: integer().notNull().default(1),
    /** First and last local date, both inclusive; null is open. */
    firstOn: date(),
    lastOn: date(),
    active: boolean().notNull().default(true),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    index('weekly_windows_mentor_idx').on(table.mentorId),
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
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    appliesOn: date().notNull(),
    ranges: jsonb().$type<OverrideRange[]>().notNull(),
    note: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 'overrides_pkey', columns: [table.mentorId, table.appliesOn] }),
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
  },
  (table) => [
    index('time_off_mentor_period_idx').using('gist', table.mentorId, table.period),
    check('time_off_period_bounded', isBoundedRange(table.period)),
  ],
);
