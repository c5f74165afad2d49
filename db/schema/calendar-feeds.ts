import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns';
import { users } from './users';

/**
 * A person's link to their own bookings for calendar programs, which cannot sign in. Of the secret in
 * it only the SHA-256 is here, so whoever reads this table reads nobody's calendar.
 */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [unique('calendar_feeds_hash_key').on(table.tokenHash)],
);
