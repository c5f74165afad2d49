import { check, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../columns';
import { arePicturesSmall } from './checks';
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
    check('portraits_are_small', arePicturesSmall(table)),
  ],
);
