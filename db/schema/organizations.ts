import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { memberRoles, mentoringPolicies, mostOrganizationLetters } from '@/domain/organizations';
import { instant } from '../columns';
import { isOneOf, isZone } from './checks';
import { users } from './users';

/** A tenant. The public one, slug `public`, is made by the first migration. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    slug: text().notNull(),
    name: text().notNull(),
    /** What it is, in its own words; empty until somebody has written it. */
    description: text().notNull().default(''),
    /** Its own page elsewhere, an address of https; empty for none. */
    website: text().notNull().default(''),
    /** `#rrggbb`, which pages mix until it can be read; null for Baobab's own. */
    accentColor: text(),
    /** In which its mails are written to people who have not chosen, and its pages begin. */
    defaultLocale: text({ enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    /** Whose days its figures and reports count. */
    timeZone: text().notNull().default('UTC'),
    /** Whether people who are not members may see and book its mentors. */
    isPublic: boolean().notNull().default(false),
    mentoring: text({ enum: mentoringPolicies }).notNull().default('open'),
    /** When an operator said that they know it; null for one that has to show itself. */
    approvedAt: instant().default(sql`now()`),
    /** Null while it is open. In one that is closed nobody joins and nobody finds its mentors. */
    closedAt: instant(),
    foundedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique('organizations_slug_key').on(table.slug),
    index('organizations_founder_idx')
      .on(table.foundedBy)
      .where(sql`founded_by is not null`),
    check('organizations_slug_is_plain', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check(
      'organizations_texts_short',
      sql`char_length(${table.name}) between 1 and ${sql.raw(String(mostOrganizationLetters.name))}
        and char_length(${table.description}) <= ${sql.raw(String(mostOrganizationLetters.description))}
        and char_length(${table.website}) <= ${sql.raw(String(mostOrganizationLetters.website))}`,
    ),
    check('organizations_accent_known', sql`${table.accentColor} ~ '^#[0-9a-f]{6}$'`),
    check('organizations_locale_known', sql`${table.defaultLocale} in ('en', 'fr')`),
    check('organizations_time_zone_known', isZone(table.timeZone)),
    check('organizations_mentoring_known', isOneOf(table.mentoring, mentoringPolicies)),
  ],
);

/** Who belongs to an organization. An organization that has an owner keeps one, says a deferred trigger. */
export const memberships = pgTable(
  'memberships',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: memberRoles }).notNull().default('member'),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ name: 'memberships_pkey', columns: [table.organizationId, table.userId] }),
    index('memberships_user_idx').on(table.userId),
    check('memberships_role_known', isOneOf(table.role, memberRoles)),
  ],
);
