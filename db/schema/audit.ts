import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { auditDeeds, auditRoles, type AuditValues } from '@/domain/audit';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/**
 * Who did what, as what, to what and when; a row is written in the transaction of the deed and stays
 * as it is, says a trigger. Ids and settings only: who somebody is stands in their own row, which may
 * lose it.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    /** In the order in which they were written. */
    id: uuid().primaryKey().$defaultFn(uuidv7),
    at: instant().notNull(),
    /** Whose admins read it; null for what concerns no organization. */
    organizationId: uuid().references(() => organizations.id),
    /** Null: nobody, or nobody who is known. */
    actorId: uuid().references(() => users.id),
    actedAs: text({ enum: auditRoles }).notNull(),
    deed: text({ enum: auditDeeds }).notNull(),
    /** No foreign key: the word before the deed's dot says of which table. */
    subjectId: uuid().notNull(),
    before: jsonb().$type<AuditValues>(),
    after: jsonb().$type<AuditValues>(),
  },
  (table) => [
    index('audit_events_organization_idx').on(table.organizationId, table.id),
    index('audit_events_actor_idx').on(table.actorId, table.id),
    index('audit_events_subject_idx').on(table.subjectId, table.id),
    check('audit_events_role_known', isOneOf(table.actedAs, auditRoles)),
    // Not the list: it grows with every new thing that can be done.
    check('audit_events_deed_is_named', sql`${table.deed} ~ '^[a-z_]+[.][a-z_]+$'`),
    check(
      'audit_events_actor_fits',
      sql`(${table.actedAs} = 'system') <= (${table.actorId} is null)`,
    ),
  ],
);

/** What people typed or came from: apart, so that it can be forgotten while the record stays. */
export const auditDetails = pgTable(
  'audit_details',
  {
    eventId: uuid()
      .primaryKey()
      .references(() => auditEvents.id),
    reason: text(),
    networkAddress: text(),
  },
  (table) => [
    check(
      'audit_details_say_something',
      sql`coalesce(${table.reason}, ${table.networkAddress}) is not null`,
    ),
  ],
);
