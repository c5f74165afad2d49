import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { emailTokenPurposes } from '@/domain/mails';
import { bookings } from './bookings';
import { invitations } from './invitations';
import { organizationDomains } from './organization-domains';
import { users } from './users';

/** Linked sign-in providers, in the shape of Auth.js's adapter. */
export const authAccounts = pgTable(
  'auth_accounts',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text().$type<'oauth' | 'oidc' | 'email' | 'webauthn'>().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (table) => [
    primaryKey({ name: 'auth_accounts_pkey', columns: [table.provider, table.providerAccountId] }),
    index('auth_accounts_user_idx').on(table.userId),
  ],
);

/**
 * Login sessions. The cookie carries the token; the row is what makes it valid, and has its SHA-256 in hex
 * alone, so that whoever reads the table can be nobody. (The library's adapter wants this name.)
 */
export const authSessions = pgTable(
  'auth_sessions',
  {
    sessionToken: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: timestamp({ mode: 'date' }).notNull(),
    /** The browser and the system that signed in, as "Firefox, Android"; empty where it did not say. */
    device: text().notNull().default(''),
  },
  (table) => [
    index('auth_sessions_user_idx').on(table.userId),
    check('auth_sessions_token_hashed', sql`${table.sessionToken} ~ '^[0-9a-f]{64}$'`),
  ],
);

/**
 * What the links in mails that sign in, and of holds and proposals, carry: the SHA-256 of a random token, never the token.
 * One use each, by a button and not by opening the link.
 */
export const emailTokens = pgTable(
  'email_tokens',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    tokenHash: text().notNull(),
    purpose: text({ enum: emailTokenPurposes }).notNull(),
    email: text().notNull(),
    bookingId: uuid().references(() => bookings.id),
    invitationId: uuid().references(() => invitations.id),
    domainId: uuid().references(() => organizationDomains.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('email_tokens_hash_key').on(table.tokenHash),
    index('email_tokens_booking_idx').on(table.bookingId),
    index('email_tokens_invitation_idx')
      .on(table.invitationId)
      .where(sql`invitation_id is not null`),
    index('email_tokens_domain_idx')
      .on(table.domainId)
      .where(sql`domain_id is not null`),
    check('email_tokens_purpose_known', isOneOf(table.purpose, emailTokenPurposes)),
  ],
);
