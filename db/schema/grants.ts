import { desc, sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { GrantRow } from '@/domain/credits';
import { instant } from '../columns';
import { isNormalAddress } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/**
 * What an admin has asked to be given, to one person or to those in a file, and the report row by row.
 * A file is a draft until the admin has seen what it would give; only the transfers of the ledger say
 * what anybody has.
 */
export const grants = pgTable(
  'grants',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** Of the form: sending it twice finds this row. */
    requestId: uuid().notNull(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Of the rows that have none of their own. */
    reason: text().notNull(),
    /** Null for a grant to one person. */
    fileName: text(),
    /** SHA-256 of the file: the same one twice is worth a question. */
    fileDigest: text(),
    rows: jsonb().$type<GrantRow[]>().notNull(),
    recipientCount: integer().notNull(),
    totalCredits: bigint({ mode: 'number' }).notNull(),
    createdAt: instant().notNull(),
    /** Null: a draft. */
    givenAt: instant(),
  },
  (table) => [
    unique('grants_request_key').on(table.actorId, table.requestId),
    index('grants_organization_idx')
      .on(table.organizationId, desc(table.givenAt), desc(table.id))
      .where(sql`given_at is not null`),
    index('grants_drafts_idx')
      .on(table.createdAt)
      .where(sql`given_at is null`),
    check('grants_file_whole', sql`(${table.fileName} is null) = (${table.fileDigest} is null)`),
    check(
      'grants_of_one_are_given',
      sql`${table.fileName} is not null or ${table.givenAt} is not null`,
    ),
    check('grants_given_something', sql`${table.givenAt} is null or ${table.recipientCount} > 0`),
  ],
);

/**
 * What was given to an address that nobody has signed in with. Whoever does so first gets it, once:
 * a row that was given is never changed again (see the invariants).
 */
export const waitingGrants = pgTable(
  'waiting_grants',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    grantId: uuid()
      .notNull()
      .references(() => grants.id),
    email: text().notNull(),
    credits: integer().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    /** Who got it, and when; null while it waits. */
    userId: uuid().references(() => users.id),
    givenAt: instant(),
  },
  (table) => [
    unique('waiting_grants_address_key').on(table.grantId, table.email),
    index('waiting_grants_waiting_idx')
      .on(table.email)
      .where(sql`given_at is null`),
    check('waiting_grants_email_is_normal', isNormalAddress(table.email)),
    check('waiting_grants_credits_positive', sql`${table.credits} > 0`),
    check('waiting_grants_explained', sql`${table.reason} <> ''`),
    check(
      'waiting_grants_given_to_somebody',
      sql`(${table.givenAt} is null) = (${table.userId} is null)`,
    ),
  ],
);
