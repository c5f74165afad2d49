import { sql } from 'drizzle-orm';
import { check, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { mostKeptBytes } from '@/domain/mentors';
import { bytes, instant } from '../columns';
import { mentors } from './mentors';

/**
 * A mentor's picture, as two WebP squares. Apart from the mentor's own row, so that nothing reads it by
 * the way; and in the database, since a serverless host has no disk. A new picture is a new row.
 */
export const portraits = pgTable(
  'portraits',
  {
    id: uuid().primaryKey(),
    mentorId: uuid()
      .notNull()
      .references(() => mentors.userId),
    small: bytes().notNull(),
    large: bytes().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique('portraits_mentor_key').on(table.mentorId),
    check(
      'portraits_are_small',
      sql`octet_length(${table.small}) between 1 and ${sql.raw(String(mostKeptBytes.small))}
        and octet_length(${table.large}) between 1 and ${sql.raw(String(mostKeptBytes.large))}`,
    ),
  ],
);
