import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { meetingFormats } from '@/domain/bookings';
import { instant } from '../columns';
import { mentors } from './mentors';
import { organizations } from './organizations';

/**
 * What the list of mentors filters and sorts by, a short row for each mentor, kept by triggers
 * (migration 0002): their services and variants need not be read for everybody who is not shown.
 */
export const mentorListings = pgTable(
  'mentor_listings',
  {
    mentorId: uuid()
      .primaryKey()
      .references(() => mentors.userId),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    /** Whether the organization is. */
    isPublic: boolean().notNull().default(false),
    /** Published, approved and not blocked, in an organization that is open. */
    isListed: boolean().notNull().default(false),
    publishedAt: instant(),
    /** Takes bookings, and offers something. */
    isBookable: boolean().notNull().default(false),
    /** The least that a session costs, in credits; null where nothing is offered. */
    priceFrom: integer(),
    /** Of the services; of the mentor where there are none. */
    formats: text({ enum: meetingFormats }).array().notNull().default([]),
    skills: text().array().notNull().default([]),
    languages: text().array().notNull().default([]),
  },
  (table) => {
    const listed = sql`${table.isListed}`;
    // Drizzle keeps the direction in the column itself, until the next index asks.
    const newest = () => table.publishedAt.desc().nullsFirst();
    const bookable = () => table.isBookable.desc().nullsFirst();
    // Who sees it stands in the index too, so that counting reads nothing else.
    const who = [table.mentorId, table.isPublic, table.organizationId] as const;
    return [
      index('mentor_listings_match_idx')
        .on(bookable(), newest(), ...who)
        .where(listed),
      index('mentor_listings_newest_idx')
        .on(newest(), ...who)
        .where(listed),
      index('mentor_listings_price_idx')
        .on(table.priceFrom, bookable(), newest(), ...who)
        .where(listed),
      index('mentor_listings_skills_idx').using('gin', table.skills).where(listed),
      index('mentor_listings_languages_idx').using('gin', table.languages).where(listed),
    ];
  },
);
