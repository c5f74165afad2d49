import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { mostMaterialLetters, mostNoteLetters, mostTitleLetters, noteKinds } from '@/domain/notes';
import { instant } from '../columns';
import { bookings } from './bookings';
import { isNotSet, isOneOf } from './checks';
import { sessions } from './sessions';
import { users } from './users';

const atMost = (letters: number) => sql.raw(String(letters));

/**
 * What is written about a booking: by its mentor for themselves (`private`), or by both sides together
 * (`shared`). The version is what a writer must have read to write over it.
 */
export const bookingNotes = pgTable(
  'booking_notes',
  {
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    kind: text({ enum: noteKinds }).notNull(),
    body: text().notNull(),
    version: integer().notNull().default(1),
    changedBy: uuid()
      .notNull()
      .references(() => users.id),
    changedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'booking_notes_pkey', columns: [table.bookingId, table.kind] }),
    check('booking_notes_kind_known', isOneOf(table.kind, noteKinds)),
    check('booking_notes_version_positive', sql`${table.version} >= 1`),
    check(
      'booking_notes_body_short',
      sql`char_length(${table.body}) <= ${atMost(mostNoteLetters)}`,
    ),
  ],
);

/** What somebody wrote while the other side was faster: theirs alone, until they save or drop it. */
export const noteDrafts = pgTable(
  'note_drafts',
  {
    bookingId: uuid().notNull(),
    kind: text({ enum: noteKinds }).notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    body: text().notNull(),
    keptAt: instant().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'note_drafts_pkey',
      columns: [table.bookingId, table.kind, table.authorId],
    }),
    // There is a draft only where another text came first.
    foreignKey({
      name: 'note_drafts_note_fkey',
      columns: [table.bookingId, table.kind],
      foreignColumns: [bookingNotes.bookingId, bookingNotes.kind],
    }),
    check('note_drafts_body_short', sql`char_length(${table.body}) <= ${atMost(mostNoteLetters)}`),
  ],
);

/** What a mentor gives everybody in a session to prepare with. Removed is archived. */
export const materials = pgTable(
  'materials',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    title: text().notNull(),
    body: text().notNull().default(''),
    /** An address of https; empty: none. */
    url: text().notNull().default(''),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (table) => [
    index('materials_session_idx').on(table.sessionId).where(isNotSet(table.archivedAt)),
    check(
      'materials_title_short',
      sql`char_length(${table.title}) between 1 and ${atMost(mostTitleLetters)}`,
    ),
    check(
      'materials_body_short',
      sql`char_length(${table.body}) <= ${atMost(mostMaterialLetters)}`,
    ),
    check('materials_say_something', sql`${table.body} <> '' or ${table.url} <> ''`),
    check('materials_url_is_https', sql`${table.url} = '' or ${table.url} like 'https://%'`),
  ],
);
