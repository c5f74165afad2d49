import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { reminderKinds, reminderStatuses, skipReasons } from '@/domain/reminders';
import { instant } from '../columns';
import { bookings } from './bookings';
import { isOneOf } from './checks';
import { sessions } from './sessions';
import { users } from './users';

/**
 * A planned message to one person: about their booking, or to a mentor about the session, once for
 * all who are in it. `version` is the SEQUENCE it was planned under, so that a move or a cancellation
 * leaves it behind. By which channels it goes out is decided when it is due.
 */
export const reminders = pgTable(
  'reminders',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** One of the two. */
    bookingId: uuid().references(() => bookings.id),
    sessionId: uuid().references(() => sessions.id),
    version: integer().notNull(),
    recipientId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: reminderKinds }).notNull(),
    dueAt: instant().notNull(),
    /** Sent by one channel at least, or skipped on both. */
    status: text({ enum: reminderStatuses }).notNull().default('planned'),
    /** Why no mail went out; null where one did, and while it is planned. */
    emailReason: text({ enum: skipReasons }),
    /** The same of the notification in the app. */
    inAppReason: text({ enum: skipReasons }),
    /** When it was sent or skipped; else null. */
    decidedAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('reminders_booking_key')
      .on(table.bookingId, table.version, table.recipientId, table.kind)
      .where(sql`booking_id is not null`),
    uniqueIndex('reminders_session_key')
      .on(table.sessionId, table.version, table.recipientId, table.kind)
      .where(sql`session_id is not null`),
    index('reminders_due_idx')
      .on(table.kind, table.dueAt)
      .where(sql`status = 'planned'`),
    check(
      'reminders_one_subject',
      sql`(${table.bookingId} is null) <> (${table.sessionId} is null)`,
    ),
    check('reminders_kind_known', isOneOf(table.kind, reminderKinds)),
    check('reminders_status_known', isOneOf(table.status, reminderStatuses)),
    check('reminders_email_reason_known', isOneOf(table.emailReason, skipReasons)),
    check('reminders_in_app_reason_known', isOneOf(table.inAppReason, skipReasons)),
    check(
      'reminders_outcome_is_whole',
      sql`(${table.status} = 'planned') = (${table.decidedAt} is null)
        and num_nonnulls(${table.emailReason}, ${table.inAppReason}) = any (
          case ${table.status} when 'planned' then array[0] when 'sent' then array[0, 1] else array[2] end)`,
    ),
  ],
);

/** What a user wishes to be reminded of, and how. No row: as usual. */
export const reminderPreferences = pgTable(
  'reminder_preferences',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    emailKinds: text({ enum: reminderKinds }).array().notNull(),
    inAppKinds: text({ enum: reminderKinds }).array().notNull(),
    /** Minutes of the local day in the user's zone, [from, until), over midnight where it must be. */
    quietFromMinute: integer(),
    quietUntilMinute: integer(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    check(
      'reminder_preferences_kinds_known',
      sql`${table.emailKinds} <@ array['24h', '1h', '30m', 'post_session']
        and ${table.inAppKinds} <@ array['24h', '1h', '30m', 'post_session']`,
    ),
    check(
      'reminder_preferences_quiet_is_whole',
      sql`(${table.quietFromMinute} is null) = (${table.quietUntilMinute} is null)
        and coalesce(${table.quietFromMinute} between 0 and 1439, true)
        and coalesce(${table.quietUntilMinute} between 0 and 1439, true)`,
    ),
  ],
);
