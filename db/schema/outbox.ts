import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import {
  bookinglessDeliveryKinds,
  deliveryKinds,
  deliveryStatuses,
  deliveryUrgency,
  membershipDeliveryKinds,
  type FrozenMail,
  type MailAttachment,
  type MailHeaders,
  severalDeliveryKinds,
} from '@/domain/mails';
import type { MembershipWords } from '@/domain/invitations';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { externalCalendars } from './external-calendars';
import { invitations } from './invitations';
import { organizationDomains } from './organization-domains';
import { organizations } from './organizations';
import { sessionMessages } from './session-messages';
import { users } from './users';

/** As in the index, or it is not seen to be the same: a parameter, or a table's name, would not do. */
export const urgencyOfDelivery = sql.raw(
  `(case kind ${deliveryKinds.map((kind) => `when '${kind}' then ${deliveryUrgency[kind]}`).join(' ')} end)`,
);

/**
 * The outbox: a row for each mail, written in the transaction of what it tells of and sent after it
 * commits. The id is the provider's idempotency key. `rendered` is frozen at the first attempt.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    kind: text({ enum: deliveryKinds }).notNull(),
    status: text({ enum: deliveryStatuses }).notNull().default('pending'),
    /** Null for an address that is no user's yet. */
    recipientId: uuid().references(() => users.id),
    recipientEmail: text().notNull(),
    locale: text({ enum: ['en', 'fr'] }).notNull(),
    /**
     * What it is about, the earliest first; none for a link to sign in. An array has no foreign key, but
     * bookings are never deleted, and these were written in the same transaction or before.
     */
    bookingIds: uuid().array().notNull(),
    /** What a mentor wrote to everybody in a session; null for all other kinds. */
    messageId: uuid().references(() => sessionMessages.id),
    /** What a mail about membership is of, and which invitation or domain; null for all other kinds. */
    organizationId: uuid().references(() => organizations.id),
    invitationId: uuid().references(() => invitations.id),
    domainId: uuid().references(() => organizationDomains.id, { onDelete: 'cascade' }),
    /** Which calendar elsewhere of the recipient's keeps failing; null for all other kinds. */
    calendarId: uuid().references(() => externalCalendars.id, { onDelete: 'cascade' }),
    membership: jsonb().$type<MembershipWords>(),
    /** Path that a sign-in link leads on to; else null. */
    nextPath: text(),
    rendered: jsonb().$type<FrozenMail>(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    leasedUntil: instant(),
    lastError: text(),
    sentAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index('deliveries_due_idx')
      .on(table.nextAttemptAt)
      .where(sql`status = 'pending'`),
    // What is claimed: the most urgent first.
    index('deliveries_claim_idx')
      .on(urgencyOfDelivery, table.nextAttemptAt)
      .where(sql`status = 'pending'`),
    index('deliveries_organization_idx')
      .on(table.organizationId, table.createdAt)
      .where(sql`organization_id is not null`),
    index('deliveries_invitation_idx')
      .on(table.invitationId, table.createdAt)
      .where(sql`invitation_id is not null`),
    index('deliveries_calendar_idx')
      .on(table.calendarId)
      .where(sql`calendar_id is not null`),
    // What has not left, which an admin looks for: few among many.
    index('deliveries_unsent_idx')
      .on(table.status, table.createdAt)
      .where(sql`status <> 'sent'`),
    check('deliveries_kind_known', isOneOf(table.kind, deliveryKinds)),
    check(
      'deliveries_bookings_known',
      sql`array_position(${table.bookingIds}, null) is null and case
        when ${isOneOf(table.kind, bookinglessDeliveryKinds)} then cardinality(${table.bookingIds}) = 0
        when ${isOneOf(table.kind, severalDeliveryKinds)} then cardinality(${table.bookingIds}) >= 1
        else cardinality(${table.bookingIds}) = 1 end`,
    ),
    check(
      'deliveries_message_known',
      sql`(${table.messageId} is null) = (${table.kind} <> 'message_mentee')`,
    ),
    check(
      'deliveries_membership_known',
      sql`(${table.organizationId} is not null) = (${isOneOf(table.kind, membershipDeliveryKinds)})
        and (${table.invitationId} is not null) = (${table.kind} = 'invitation')
        and (${table.domainId} is not null) = (${table.kind} = 'domain_proof')`,
    ),
    check(
      'deliveries_calendar_known',
      sql`(${table.calendarId} is null) = (${table.kind} <> 'calendar_failing')`,
    ),
    check('deliveries_status_known', isOneOf(table.status, deliveryStatuses)),
  ],
);

/**
 * Until when a mail provider wants to be left in peace: by every run in every process, which is why
 * it is here. One row a provider, by the name of its transport.
 */
export const mailPauses = pgTable('mail_pauses', {
  transport: text().primaryKey(),
  resumesAt: instant().notNull(),
});

/** Mails that were kept instead of sent, where no provider is configured. */
export const mailboxMessages = pgTable(
  'mailbox_messages',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** The idempotency key it was "sent" under. */
    key: text().notNull().unique('mailbox_messages_key_key'),
    recipientEmail: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    attachments: jsonb().$type<MailAttachment[]>().notNull().default([]),
    headers: jsonb().$type<MailHeaders>().notNull().default({}),
    replyTo: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index('mailbox_messages_created_idx').on(table.createdAt),
    index('mailbox_messages_recipient_idx').on(table.recipientEmail, table.createdAt),
  ],
);
