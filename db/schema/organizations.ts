import { type Column, desc, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { confirmationModes } from '@/domain/availability';
import { meetingFormats } from '@/domain/bookings';
import {
  memberRoles,
  mentoringPolicies,
  mostDayNameLetters,
  mostOrganizationLetters,
  settingBounds,
} from '@/domain/organizations';
import { bytes, instant } from '../columns';
import { areRulesInRange, bookingRuleColumns } from './booking-rules';
import { arePicturesSmall, isOneOf, isZone } from './checks';
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

    /** For whoever is new; null: the public one gives what the installation says, others nothing. */
    welcomeCredits: integer(),
    /** By which its new mentors are booked until they say otherwise. */
    ...bookingRuleColumns(),
    /** What its mentors may offer from now on; what they offer already stays. */
    allowedFormats: text({ enum: meetingFormats })
      .array()
      .notNull()
      .default([...meetingFormats]),
    /** In minutes; empty: any length. */
    allowedLengths: integer().array().notNull().default([]),
    /** That one person may have with its mentors; null: no cap. */
    mostOpenBookings: integer(),
    /** Nobody joins by an address that is thrown away. */
    refusesDisposable: boolean().notNull().default(false),
    /** Whether its credits also pay for sessions with mentors of the public organization. */
    paysPublicMentors: boolean().notNull().default(false),
    /** A mail a month to its owners and admins. */
    sendsReport: boolean().notNull().default(false),
    /** The first day of the month of the last report. */
    reportedFor: date(),
    /** After which the texts of its sessions are cleared; null: they are kept. */
    retentionMonths: integer(),
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
    check('organizations_confirmation_known', isOneOf(table.confirmation, confirmationModes)),
    check('organizations_rules_in_range', areRulesInRange(table)),
    check(
      'organizations_settings_in_range',
      sql`${isWithin(table.welcomeCredits, settingBounds.welcomeCredits)}
        and ${isWithin(table.mostOpenBookings, settingBounds.mostOpenBookings)}
        and ${isWithin(table.retentionMonths, settingBounds.retentionMonths)}`,
    ),
    check(
      'organizations_offer_known',
      sql`cardinality(${table.allowedFormats}) >= 1
        and ${table.allowedFormats} <@ array['video', 'phone', 'in_person']
        and cardinality(${table.allowedLengths}) <= 20
        and 5 <= all (${table.allowedLengths}) and 480 >= all (${table.allowedLengths})`,
    ),
  ],
);

/** Whether a number is in its bounds; of none the answer is yes. */
function isWithin(column: Column, { least, most }: { least: number; most: number }) {
  const [from, to] = [least, most].map((bound) => sql.raw(String(bound)));
  return sql`coalesce(${column} between ${from} and ${to}, true)`;
}

/** Dates on which nobody is booked with an organization's mentors, in each mentor's own zone. */
export const organizationClosedDays = pgTable(
  'organization_closed_days',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    closedOn: date().notNull(),
    name: text().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'organization_closed_days_pkey',
      columns: [table.organizationId, table.closedOn],
    }),
    check(
      'organization_closed_days_named',
      sql`char_length(${table.name}) between 1 and ${sql.raw(String(mostDayNameLetters))}`,
    ),
  ],
);

/** An organization's logo, kept as mentors' portraits are; a new logo is a new row. */
export const organizationLogos = pgTable(
  'organization_logos',
  {
    id: uuid().primaryKey(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    small: bytes().notNull(),
    large: bytes().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique('organization_logos_organization_key').on(table.organizationId),
    check('organization_logos_are_small', arePicturesSmall(table)),
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
    // Page by page, whoever came last first.
    index('memberships_newest_idx').on(
      table.organizationId,
      desc(table.createdAt),
      desc(table.userId),
    ),
    check('memberships_role_known', isOneOf(table.role, memberRoles)),
  ],
);
