import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { confirmationModes } from '@/domain/availability';
import { meetingFormats } from '@/domain/bookings';
import { mostLinks, mostReviewLetters } from '@/domain/mentors';
import { instant, tsvector } from '../columns';
import { areRulesInRange, bookingRuleColumns } from './booking-rules';
import { isLanguage, isOneOf, isZone } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/** A user who mentors, and the rules by which they are booked. */
export const mentors = pgTable(
  'mentors',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    slug: text().notNull(),
    headline: text().notNull(),
    bio: text().notNull().default(''),
    city: text().notNull().default(''),
    /** Ids of the vocabulary, and words of their own. */
    skills: text().array().notNull().default([]),
    /** ISO 639 codes. */
    languages: text().array().notNull().default([]),
    /** The ISO 639 code of the language in which they write of themselves. */
    writtenIn: text().notNull().default('en'),
    /** Their pages elsewhere: addresses of https, in the order in which they are shown. */
    links: text().array().notNull().default([]),
    /** Null until published, and again when unpublished. */
    publishedAt: instant(),
    /** Null while an admin of their organization has not approved them, where one has to. */
    approvedAt: instant().default(sql`now()`),
    /** What the admin wrote who sent them back; empty once they are approved. */
    reviewNote: text().notNull().default(''),
    takingBookings: boolean().notNull().default(true),
    /** The local date from which they are taken again by themselves; null: when the mentor says so. */
    resumesOn: date(),
    /** What visitors read while no bookings are taken. */
    awayMessage: text().notNull().default(''),

    timeZone: text().notNull(),
    ...bookingRuleColumns(),
    formats: text({ enum: meetingFormats }).array().notNull().default(['video']),
    /** Where in-person sessions are held; empty when the mentee proposes the place. */
    address: text().notNull().default(''),
    /** The mentor's own fixed video link; empty when a room is made for each session. */
    videoUrl: text().notNull().default(''),

    /** Both kept by triggers (migration 0002): what search matches against. */
    searchWords: text().notNull().default(''),
    searchVector: tsvector()
      .notNull()
      .default(sql`''::tsvector`),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('mentors_slug_key').on(table.slug, table.organizationId),
    index('mentors_organization_idx').on(table.organizationId, table.publishedAt),
    index('mentors_search_vector_idx').using('gin', table.searchVector),
    index('mentors_search_words_idx').using('gin', table.searchWords.op('gin_trgm_ops')),
    check('mentors_slug_is_plain', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('mentors_time_zone_known', isZone(table.timeZone)),
    check('mentors_confirmation_known', isOneOf(table.confirmation, confirmationModes)),
    check('mentors_rules_in_range', areRulesInRange(table)),
    check(
      'mentors_resume_what_they_paused',
      sql`${table.resumesOn} is null or not ${table.takingBookings}`,
    ),
    check(
      'mentors_review_note_short',
      sql`char_length(${table.reviewNote}) <= ${sql.raw(String(mostReviewLetters))}`,
    ),
    check('mentors_written_in_language', isLanguage(table.writtenIn)),
    check('mentors_links_few', sql`cardinality(${table.links}) <= ${sql.raw(String(mostLinks))}`),
    check(
      'mentors_formats_known',
      sql`cardinality(${table.formats}) >= 1 and ${table.formats} <@ array['video', 'phone', 'in_person']`,
    ),
  ],
);
