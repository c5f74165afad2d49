import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { meetingFormats } from '@/domain/bookings';
import { questionKinds, sessionTypes } from '@/domain/services';
import { instant } from '../columns';
import { isLanguage, isOneOf } from './checks';
import { mentors } from './mentors';

/** What a mentor offers. Archived ones stay, because bookings name them. */
export const services = pgTable(
  'services',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    title: text().notNull(),
    description: text().notNull().default(''),
    /** The ISO 639 code of the language of title, description and questions. */
    writtenIn: text().notNull().default('en'),
    sessionType: text({ enum: sessionTypes }).notNull().default('other'),
    position: integer().notNull().default(0),
    /** Null: the mentor's own. */
    formats: text({ enum: meetingFormats }).array(),
    capacity: integer().notNull().default(1),
    /** Null: the mentor's own. */
    bufferBeforeMinutes: integer(),
    bufferAfterMinutes: integer(),
    /**
     * The unguessable part of the one address at which the service is seen and booked; null: it is on the
     * mentor's page. As it is and no hash, since its mentor copies it whenever they want.
     */
    linkToken: text(),
    /** Since when that has been the link: who has booked after that had it. */
    linkSince: instant(),
    archivedAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('services_link_token_key').on(table.linkToken),
    check('services_link_token_is_long', sql`${table.linkToken} ~ '^[A-Za-z0-9_-]{43}$'`),
    check(
      'services_link_since_known',
      sql`(${table.linkToken} is null) = (${table.linkSince} is null)`,
    ),
    unique('services_id_mentor_key').on(table.id, table.mentorId),
    index('services_mentor_idx').on(table.mentorId, table.position),
    check('services_session_type_known', isOneOf(table.sessionType, sessionTypes)),
    check(
      'services_formats_known',
      sql`${table.formats} is null
        or (cardinality(${table.formats}) >= 1 and ${table.formats} <@ array['video', 'phone', 'in_person'])`,
    ),
    check('services_written_in_language', isLanguage(table.writtenIn)),
    check('services_capacity_positive', sql`${table.capacity} between 1 and 500`),
    check(
      'services_buffers_in_range',
      sql`coalesce(${table.bufferBeforeMinutes}, 0) between 0 and 240
        and coalesce(${table.bufferAfterMinutes}, 0) between 0 and 240`,
    ),
  ],
);

/** A priced length of a service. Its length never changes: a new length is a new variant. */
export const variants = pgTable(
  'variants',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    durationMinutes: integer().notNull(),
    priceCredits: integer().notNull().default(0),
    archivedAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('variants_id_service_duration_key').on(table.id, table.serviceId, table.durationMinutes),
    index('variants_service_idx').on(table.serviceId),
    check(
      'variants_duration_in_steps',
      sql`${table.durationMinutes} between 5 and 480 and ${table.durationMinutes} % 5 = 0`,
    ),
    check('variants_price_not_negative', sql`${table.priceCredits} >= 0`),
  ],
);

/**
 * What a service asks whoever books it, in order. Bookings keep the words that they were asked with, so
 * a question can change. Migration 0011 adds `questions_place_is_free`: of those that are asked, no two
 * have one place; and with ten places, no service asks more than ten.
 */
export const questions = pgTable(
  'questions',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    position: integer().notNull(),
    text: text().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    /** What can be chosen; null where the answer is free. */
    options: text().array(),
    isRequired: boolean().notNull().default(false),
    archivedAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    check('questions_kind_known', isOneOf(table.kind, questionKinds)),
    check('questions_place_known', sql`${table.position} between 0 and 9`),
    check(
      'questions_text_is_short',
      sql`${table.text} <> '' and char_length(${table.text}) <= 200`,
    ),
    check(
      'questions_options_fit_kind',
      sql`case when ${table.kind} = 'choice'
        then coalesce(cardinality(${table.options}) between 2 and 12, false)
          and array_position(${table.options}, null) is null and array_position(${table.options}, '') is null
        else ${table.options} is null end`,
    ),
  ],
);
