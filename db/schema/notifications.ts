import { desc, sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { bookinglessKinds, type NotificationData, notificationKinds } from '@/domain/notifications';
import { instant } from '../columns';
import { bookings } from './bookings';
import { isOneOf } from './checks';
import { users } from './users';

/**
 * A message inside the app to one user, written in the transaction of what it tells of. `data` is
 * what its words are made of (`notificationContent`), never the words themselves.
 */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: notificationKinds }).notNull(),
    /** Null for what is about no booking. */
    bookingId: uuid().references(() => bookings.id),
    data: jsonb().$type<NotificationData>().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (table) => [
    index('notifications_user_idx').on(table.userId, desc(table.createdAt), desc(table.id)),
    // The bell counts these every half minute.
    index('notifications_unread_idx')
      .on(table.userId, desc(table.createdAt))
      .where(sql`read_at is null`),
    // What nobody needs any more is looked for by its age.
    index('notifications_created_idx').on(table.createdAt),
    check('notifications_kind_known', isOneOf(table.kind, notificationKinds)),
    check(
      'notifications_booking_known',
      sql`(${table.bookingId} is null) = (${isOneOf(table.kind, bookinglessKinds)})`,
    ),
  ],
);
