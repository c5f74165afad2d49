import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { mostOwnAddresses, readFailures, type UnknownZone } from '@/domain/external-calendars';
import { instant, tstzrange } from '../columns';
import { isBoundedRange, isNotSet, isOneOf, isZone } from './checks';
import { mentors } from './mentors';

/** Calendars elsewhere whose events take a mentor's time. A removed one stays, without its events. */
export const externalCalendars = pgTable(
  'external_calendars',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    name: text().notNull(),
    url: text().notNull(),
    /** What the server said of the version that was read last. */
    etag: text(),
    lastModified: text(),
    /** Of its events as they are kept, so that they are written anew only when they have changed. */
    digest: text().notNull(),
    /** When all of it was read last, and for which zone: its events depend on both. */
    expandedAt: instant().notNull(),
    timeZone: text().notNull(),
    skippedEvents: integer().notNull().default(0),
    /** Lines that are none of a calendar's, which nobody can tell what they were. */
    skippedLines: integer().notNull().default(0),
    /** Addresses, as they are compared, that are its owner's in it beside the one they sign in with. */
    ownAddresses: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** Zones of its events that nobody explains: those are read by the mentor's clock. */
    unknownZones: jsonb().$type<UnknownZone[]>().notNull().default([]),
    /** Names of those that its mentor has been notified of. */
    announcedZones: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    attemptedAt: instant().notNull(),
    /** The last good read, also one that found nothing changed. */
    readAt: instant().notNull(),
    /** Null when the last attempt succeeded. */
    failure: text({ enum: readFailures }),
    failingSince: instant(),
    failures: integer().notNull().default(0),
    /** When its mentor was notified that it keeps failing; null again once it has been read. */
    failureAnnouncedAt: instant(),
    nextAttemptAt: instant().notNull(),
    leasedUntil: instant(),
    /** Counts claims, so that a run can tell whether its claim still holds. */
    claim: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (table) => [
    unique('external_calendars_owner_key').on(table.id, table.mentorId),
    uniqueIndex('external_calendars_url_key')
      .on(table.mentorId, table.url)
      .where(isNotSet(table.archivedAt)),
    index('external_calendars_due_idx').on(table.nextAttemptAt).where(isNotSet(table.archivedAt)),
    check('external_calendars_failure_known', isOneOf(table.failure, readFailures)),
    check(
      'external_calendars_failing_since',
      sql`(${table.failure} is null) = (${table.failingSince} is null)`,
    ),
    check(
      'external_calendars_announced_while_failing',
      sql`${table.failureAnnouncedAt} is null or ${table.failingSince} is not null`,
    ),
    check(
      'external_calendars_own_addresses_few',
      sql`cardinality(${table.ownAddresses}) <= ${sql.raw(String(mostOwnAddresses))}`,
    ),
    check('external_calendars_time_zone_known', isZone(table.timeZone)),
  ],
);

/** When their events take the mentor's time. Replaced whole when a calendar has been read. */
export const importedEvents = pgTable(
  'imported_events',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    calendarId: uuid().notNull(),
    mentorId: uuid().notNull(),
    period: tstzrange().notNull(),
    /** For the mentor's eyes only. */
    summary: text().notNull(),
  },
  (table) => [
    // The events of a calendar are of its own mentor.
    foreignKey({
      name: 'imported_events_calendar_fkey',
      columns: [table.calendarId, table.mentorId],
      foreignColumns: [externalCalendars.id, externalCalendars.mentorId],
    }),
    index('imported_events_calendar_idx').on(table.calendarId),
    index('imported_events_mentor_period_idx').using('gist', table.mentorId, table.period),
    check('imported_events_period_bounded', isBoundedRange(table.period)),
  ],
);
