import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { reminderChannels, reminderKinds, reminderStatuses, skipReasons } from '@/domain/reminders';
import { instant } from '../columns';
import { bookings } from './bookings';
import { isOneOf } from './checks';
import { sessions } from './sessions';
import { users } from './users';

/**
 * A planned message to one person: about their booking, or to a mentor about the session, once for
 * all who are in it. `version` is the SEQUENCE it was planned under, so that a move or a cancellation
 * leaves it behind.
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
    channel: text({ enum: reminderChannels }).notNull(),
    dueAt: instant().notNull(),
    status: text({ enum: reminderStatuses }).notNull().default('planned'),
    /** Why it was skipped; else null. */
    reason: text({ enum: skipReasons }),
    /** When it was sent or skipped; else null. */
    decidedAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique('reminders_key')
      .on(
        table.bookingId,
        table.sessionId,
        table.version,
        table.recipientId,
        table.kind,
        table.channel,
      )
      .nullsNotDistinct(),
    index('reminders_due_idx')
      .on(table.dueAt)
      .where(sql`status = 'planned'`),
    index('reminders_session_idx').on(table.sessionId),
    check(
      'reminders_one_subject',
      sql`(${table.bookingId} is null) <> (${table.sessionId} is null)`,
    ),
    check('reminders_kind_known', isOneOf(table.kind, reminderKinds)),
    check('reminders_channel_known', isOneOf(table.channel, reminderChannels)),
    check('reminders_status_known', isOneOf(table.status, reminderStatuses)),
    check('reminders_reason_known', isOneOf(table.reason, skipReasons)),
    check(
      'reminders_outcome_is_whole',
      sql`(${table.status} = 'skipped') = (${table.reason} is not null)
        and (${table.status} = 'planned') = (${table.decidedAt} is null)`,
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
