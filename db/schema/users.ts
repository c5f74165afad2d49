import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../columns';
import { domainOfAddress, isNormalAddress, isOneOf, isZone } from './checks';

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
    /** Since when they want to be forgotten: nobody signs in any more, and a periodic job does the rest. */
    leavingSince: instant(),
    /** When nothing was left of them but ids. */
    forgottenAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('users_email_key').on(table.email),
    // Whom an organization asks that has proved their domain.
    index('users_domain_idx')
      .on(domainOfAddress(table.email))
      .where(sql`email_verified is not null`),
    index('users_leaving_idx')
      .on(table.leavingSince)
      .where(sql`leaving_since is not null and forgotten_at is null`),
    check('users_email_is_normal', isNormalAddress(table.email)),
    check('users_locale_known', isOneOf(table.locale, ['en', 'fr'])),
    check('users_time_zone_known', isZone(table.timeZone)),
    check(
      'users_leaving_are_blocked',
      sql`${table.leavingSince} is null or ${table.blockedAt} is not null`,
    ),
    check(
      'users_forgotten_have_left',
      sql`${table.forgottenAt} is null or ${table.leavingSince} is not null`,
    ),
  ],
);
