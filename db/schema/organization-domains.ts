import { sql } from 'drizzle-orm';
import {
  check,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/** Domains of e-mail that an organization says are its own; whose it is, a mail to its postmaster proves. */
export const organizationDomains = pgTable(
  'organization_domains',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    domain: text().notNull(),
    requestedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** When its postmaster was last asked for. */
    createdAt: instant().notNull(),
    /** Null until it is proved, and once it is withdrawn. */
    verifiedAt: instant(),
    /** Kept then, since what was mailed counts. */
    withdrawnAt: instant(),
  },
  (table) => [
    unique('organization_domains_key').on(table.organizationId, table.domain),
    // Once it is proved it is nobody else's.
    uniqueIndex('organization_domains_proved_key')
      .on(table.domain)
      .where(sql`verified_at is not null`),
    index('organization_domains_requester_idx').on(table.requestedBy),
    index('organization_domains_domain_idx').on(table.domain),
    check(
      'organization_domains_withdrawn_unproved',
      sql`${table.withdrawnAt} is null or ${table.verifiedAt} is null`,
    ),
    check(
      'organization_domains_domain_plain',
      sql`${table.domain} ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$' and char_length(${table.domain}) <= 253`,
    ),
  ],
);

/** Whom an organization has asked, because of their address, whether they join: each person once. */
export const domainOffers = pgTable(
  'domain_offers',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    askedAt: instant().notNull(),
    /** Null while they have not said. */
    answer: text({ enum: ['joined', 'declined'] }),
  },
  (table) => [
    primaryKey({ name: 'domain_offers_pkey', columns: [table.organizationId, table.userId] }),
    index('domain_offers_open_idx')
      .on(table.userId)
      .where(sql`answer is null`),
    check('domain_offers_answer_known', isOneOf(table.answer, ['joined', 'declined'])),
  ],
);
