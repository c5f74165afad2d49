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
import { memberRoles } from '@/domain/organizations';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { users } from './users';

/** A tenant. The public one, slug `public`, is made by the first migration. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    slug: text().notNull(),
    name: text().notNull(),
    /** Whether people who are not members may see and book its mentors. */
    isPublic: boolean().notNull().default(false),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [unique('organizations_slug_key').on(table.slug)],
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
