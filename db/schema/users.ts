import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../columns';
import { isNormalAddress, isOneOf, isZone } from './checks';

/** A person with an e-mail address. The columns that Auth.js's adapter writes keep its types. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    email: text().notNull(),
    emailVerified: timestamp({ mode: 'date' }),
    name: text(),
    image: text(),
    locale: text({ enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    /** Null until they, or their browser, have said it. */
    timeZone: text(),
    /** Whether people they have a session with reply to their address, which shows it to them. */
    allowsReplies: boolean().notNull().default(false),
    blockedAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('users_email_key').on(table.email),
    check('users_email_is_normal', isNormalAddress(table.email)),
    check('users_locale_known', isOneOf(table.locale, ['en', 'fr'])),
    check('users_time_zone_known', isZone(table.timeZone)),
  ],
);
