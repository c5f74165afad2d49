import { desc, sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { type ImportRow, invitationKinds } from '@/domain/invitations';
import { memberRoles } from '@/domain/organizations';
import { instant } from '../columns';
import { isNormalAddress, isOneOf } from './checks';
import { organizations } from './organizations';
import { users } from './users';

/**
 * Who may join an organization, as what, and until when. A link's secret is kept as a hash here; those of
 * a mail's links are in `email_tokens`, since each attempt to send it has one of its own.
 */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    kind: text({ enum: invitationKinds }).notNull(),
    role: text({ enum: memberRoles }).notNull(),
    /** SHA-256 of a link's secret; null for a mail. */
    tokenHash: text(),
    /** Whom a mail is for, and how it calls them and in which language; null for a link. */
    email: text(),
    name: text().notNull().default(''),
    locale: text({ enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    invitedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** How many it lets in; null: any number. */
    mostUses: integer(),
    uses: integer().notNull().default(0),
    revokedAt: instant(),
  },
  (table) => [
    unique('invitations_token_key').on(table.tokenHash),
    index('invitations_organization_idx').on(
      table.organizationId,
      desc(table.createdAt),
      desc(table.id),
    ),
    // One mail at a time lets an address into an organization.
    uniqueIndex('invitations_open_mail_key')
      .on(table.organizationId, table.email)
      .where(sql`kind = 'mail' and revoked_at is null and uses = 0`),
    index('invitations_email_idx')
      .on(table.email)
      .where(sql`email is not null`),
    index('invitations_inviter_idx').on(table.invitedBy),
    check('invitations_kind_known', isOneOf(table.kind, invitationKinds)),
    check('invitations_role_known', isOneOf(table.role, memberRoles)),
    check(
      'invitations_kind_whole',
      sql`case ${table.kind}
        when 'link' then ${table.tokenHash} is not null and ${table.email} is null
          and ${table.role} = 'member'
        else ${table.tokenHash} is null and ${table.email} is not null
          and coalesce(${table.mostUses} = 1, false) end`,
    ),
    check('invitations_email_is_normal', isNormalAddress(table.email)),
    check('invitations_locale_known', sql`${table.locale} in ('en', 'fr')`),
    check(
      'invitations_uses_in_bounds',
      sql`${table.uses} >= 0 and coalesce(${table.mostUses} >= 1 and ${table.uses} <= ${table.mostUses}, true)`,
    ),
    check('invitations_last_a_while', sql`${table.expiresAt} > ${table.createdAt}`),
  ],
);

/** Who has come in by which invitation: each person once. */
export const invitationUses = pgTable(
  'invitation_uses',
  {
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    usedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'invitation_uses_pkey', columns: [table.invitationId, table.userId] }),
    index('invitation_uses_user_idx').on(table.userId),
  ],
);

/** A file of people to invite, and its report row by row: a draft until the admin has seen it. */
export const invitationImports = pgTable(
  'invitation_imports',
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
    fileName: text().notNull(),
    rows: jsonb().$type<ImportRow[]>().notNull(),
    createdAt: instant().notNull(),
    /** Null: a draft. */
    sentAt: instant(),
  },
  (table) => [
    unique('invitation_imports_request_key').on(table.actorId, table.requestId),
    index('invitation_imports_organization_idx').on(table.organizationId, desc(table.createdAt)),
    index('invitation_imports_drafts_idx')
      .on(table.createdAt)
      .where(sql`sent_at is null`),
  ],
);
