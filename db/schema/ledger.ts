import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { accountKinds, transferKinds } from '@/domain/credits';
import { instant } from '../columns';
import { bookings } from './bookings';
import { isOneOf } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/*
 * A double-entry ledger. The migration after these tables adds what the ORM cannot say: a balance is
 * changed by entries and by nothing else, the entries of a transfer sum to zero when its transaction
 * commits, and transfers and entries are never changed or deleted.
 */

/** One pot of credits. Of the owners those are set that its kind goes by; a person has one in each organization. */
export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    kind: text({ enum: accountKinds }).notNull(),
    userId: uuid().references(() => users.id),
    bookingId: uuid().references(() => bookings.id),
    /** Whose books a person's account belongs to, or whose account it is. */
    organizationId: uuid().references(() => organizations.id),
    /** The sum of the account's entries, kept by the entries' trigger. */
    balance: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('ledger_accounts_user_key')
      .on(table.userId, table.organizationId, table.kind)
      .where(sql`user_id is not null`),
    uniqueIndex('ledger_accounts_booking_key')
      .on(table.bookingId)
      .where(sql`booking_id is not null`),
    uniqueIndex('ledger_accounts_organization_key')
      .on(table.organizationId, table.kind)
      .where(sql`organization_id is not null and user_id is null`),
    check('ledger_accounts_kind_known', isOneOf(table.kind, accountKinds)),
    check(
      'ledger_accounts_owner_known',
      sql`case
        when ${table.kind} in ('user', 'earnings')
          then ${table.userId} is not null and ${table.bookingId} is null and ${table.organizationId} is not null
        when ${table.kind} = 'escrow'
          then ${table.bookingId} is not null and ${table.userId} is null and ${table.organizationId} is null
        else ${table.organizationId} is not null and ${table.userId} is null and ${table.bookingId} is null end`,
    ),
    check(
      'ledger_accounts_not_overdrawn',
      sql`${table.balance} >= 0 or ${table.kind} in ('issuance', 'clearing')`,
    ),
  ],
);

/** One movement of credits and why it was made. */
export const ledgerTransfers = pgTable(
  'ledger_transfers',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    kind: text({ enum: transferKinds }).notNull(),
    /** Of a charge and a settlement; else null. */
    bookingId: uuid().references(() => bookings.id),
    /** Who a welcome is for; else null. */
    userId: uuid().references(() => users.id),
    /** The admin who granted; null for what the system does. */
    actorId: uuid().references(() => users.id),
    /** What the admin wrote; else empty. */
    reason: text().notNull().default(''),
    createdAt: instant().notNull(),
  },
  (table) => [
    // A booking is charged once and settled once; who is welcomed once, `welcomes` says.
    uniqueIndex('ledger_transfers_booking_key')
      .on(table.bookingId, table.kind)
      .where(sql`booking_id is not null`),
    check('ledger_transfers_kind_known', isOneOf(table.kind, transferKinds)),
    check(
      'ledger_transfers_booking_known',
      sql`(${table.bookingId} is not null) = (${table.kind} in ('charge', 'settlement'))`,
    ),
    check(
      'ledger_transfers_welcomed_known',
      sql`(${table.userId} is not null) = (${table.kind} = 'welcome')`,
    ),
    check(
      'ledger_transfers_grant_explained',
      sql`${table.kind} <> 'grant' or (${table.actorId} is not null and ${table.reason} <> '')`,
    ),
  ],
);

/**
 * Whom an organization has welcomed with credits: a mailbox once, whichever of its addresses are used. Its
 * keyed hash stays when the person is forgotten, so that nobody is welcomed again by leaving.
 */
export const welcomes = pgTable(
  'welcomes',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    mailboxHash: text().notNull(),
    /** Of the network that they came from, for a day; null: nobody knows, or no more. */
    networkHash: text(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'welcomes_pkey', columns: [table.organizationId, table.mailboxHash] }),
    unique('welcomes_user_key').on(table.organizationId, table.userId),
    index('welcomes_network_idx')
      .on(table.networkHash, table.createdAt)
      .where(sql`network_hash is not null`),
  ],
);

/** What a transfer does to one account. The running number is the order of an account's statement. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    number: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transferId: uuid().notNull(),
    accountId: uuid().notNull(),
    amount: integer().notNull(),
    /** The account's balance with this entry, set by the trigger. */
    balanceAfter: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    foreignKey({
      name: 'ledger_entries_transfer_fkey',
      columns: [table.transferId],
      foreignColumns: [ledgerTransfers.id],
    }),
    foreignKey({
      name: 'ledger_entries_account_fkey',
      columns: [table.accountId],
      foreignColumns: [ledgerAccounts.id],
    }),
    unique('ledger_entries_account_once_key').on(table.transferId, table.accountId),
    index('ledger_entries_account_idx').on(table.accountId, table.number),
    check('ledger_entries_amount_not_zero', sql`${table.amount} <> 0`),
  ],
);
