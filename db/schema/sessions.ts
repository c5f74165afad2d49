import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { meetingFormats } from '@/domain/bookings';
import { instant, tstzrange } from '../columns';
import { isBoundedRange, isOneOf } from './checks';
import { mentors } from './mentors';
import { organizations } from './organizations';
import { services, variants } from './services';

/**
 * A mentor's meeting. While `active` it holds the mentor's time: migration 0002 adds
 * `sessions_mentor_is_free`, the exclusion constraint that lets no two of a mentor's active sessions
 * overlap, buffers included.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    serviceId: uuid().notNull(),
    variantId: uuid().notNull(),
    durationMinutes: integer().notNull(),
    period: tstzrange().notNull(),
    bufferBeforeMinutes: integer().notNull(),
    bufferAfterMinutes: integer().notNull(),
    /** The period widened by the session's own buffers. */
    occupied: tstzrange().notNull(),
    capacity: integer().notNull(),
    active: boolean().notNull().default(true),
    /** RFC 5545 SEQUENCE of the mentor's invitation, and the version of the mentor's reminders. */
    sequence: integer().notNull().default(0),
    format: text({ enum: meetingFormats }).notNull(),
    /** The address of a session in person; else empty. */
    place: text().notNull().default(''),
    mentorCheckedInAt: instant(),
    /** When the mentor last moved it, which lifts the mentees' notices. */
    movedByMentorAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'sessions_service_fkey',
      columns: [table.serviceId, table.mentorId],
      foreignColumns: [services.id, services.mentorId],
    }),
    foreignKey({
      name: 'sessions_variant_fkey',
      columns: [table.variantId, table.serviceId, table.durationMinutes],
      foreignColumns: [variants.id, variants.serviceId, variants.durationMinutes],
    }),
    // What bookings point at: where and whose they are, and that an active one has an active session.
    unique('sessions_id_place_key').on(
      table.id,
      table.organizationId,
      table.mentorId,
      table.period,
      table.capacity,
    ),
    unique('sessions_id_active_key').on(table.id, table.active),
    index('sessions_mentor_period_idx').using('gist', table.mentorId, table.period),
    // Those by video that are to come: the cron looks every minute whether each has a room.
    index('sessions_video_idx')
      .on(sql`upper(${table.period})`)
      .where(sql`active and format = 'video'`),
    check('sessions_period_bounded', isBoundedRange(table.period)),
    check(
      'sessions_period_is_duration',
      sql`upper(${table.period}) - lower(${table.period}) = make_interval(mins => ${table.durationMinutes})`,
    ),
    check(
      'sessions_occupied_is_widened',
      sql`${table.occupied} = tstzrange(
        lower(${table.period}) - make_interval(mins => ${table.bufferBeforeMinutes}),
        upper(${table.period}) + make_interval(mins => ${table.bufferAfterMinutes}), '[)')`,
    ),
    check(
      'sessions_buffers_in_range',
      sql`${table.bufferBeforeMinutes} between 0 and 240 and ${table.bufferAfterMinutes} between 0 and 240`,
    ),
    check('sessions_capacity_positive', sql`${table.capacity} >= 1`),
    check('sessions_sequence_not_negative', sql`${table.sequence} >= 0`),
    check('sessions_format_known', isOneOf(table.format, meetingFormats)),
  ],
);
