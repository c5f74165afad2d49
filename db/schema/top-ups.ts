import { desc, sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { paymentOutcomes, topUpStatuses } from '@/domain/credits';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { ledgerTransfers } from './ledger';
import { users } from './users';

/** Credits that somebody wanted to buy, at the price of that moment, and what came of it. */
export const topUps = pgTable(
  'top_ups',
  {
    /** Stripe knows it too: as the idempotency key, and in what its events carry. */
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    credits: integer().notNull(),
    /** In the unit that Stripe counts the currency in. */
    amount: integer().notNull(),
    currency: text().notNull(),
    status: text({ enum: topUpStatuses }).notNull().default('open'),
    /** Of the payment page at Stripe; null until we know it. */
    sessionId: text(),
    /** Stripe's id of the payment, once there is one: refunds go by it. */
    paymentId: text(),
    /** What brought the credits: set with the status, in one transaction. */
    transferId: uuid(),
    /** How much of the amount has gone back to the payer since. */
    refundedAmount: integer().notNull().default(0),
    createdAt: instant().notNull(),
    paidAt: instant(),
    /** When the payer complained at their bank. */
    disputedAt: instant(),
  },
  (table) => [
    foreignKey({
      name: 'top_ups_transfer_fkey',
      columns: [table.transferId],
      foreignColumns: [ledgerTransfers.id],
    }),
    unique('top_ups_session_key').on(table.sessionId),
    unique('top_ups_payment_key').on(table.paymentId),
    unique('top_ups_transfer_key').on(table.transferId),
    index('top_ups_user_idx').on(table.userId, desc(table.createdAt)),
    check('top_ups_status_known', isOneOf(table.status, topUpStatuses)),
    check('top_ups_sold_something', sql`${table.credits} > 0 and ${table.amount} > 0`),
    check('top_ups_currency_whole', sql`${table.currency} ~ '^[a-z]{3}$'`),
    check('top_ups_refunded_known', sql`${table.refundedAmount} >= 0`),
    check(
      'top_ups_paid_whole',
      sql`(${table.status} = 'paid') = (${table.transferId} is not null)
        and (${table.status} = 'paid') = (${table.paidAt} is not null)`,
    ),
  ],
);

/** Stripe's events about top-ups, each once however often it came, and what it led to. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    /** Stripe's. */
    id: text().primaryKey(),
    topUpId: uuid()
      .notNull()
      .references(() => topUps.id),
    type: text().notNull(),
    outcome: text({ enum: paymentOutcomes }).notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    index('payment_events_top_up_idx').on(table.topUpId, table.receivedAt),
    check('payment_events_outcome_known', isOneOf(table.outcome, paymentOutcomes)),
  ],
);
