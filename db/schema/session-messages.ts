import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { longestMessage } from '@/domain/bookings';
import { instant } from '../columns';
import { sessions } from './sessions';
import { users } from './users';

/**
 * What a mentor wrote to everybody in a session. The trail of each booking that it went to points here;
 * triggers (migration 0004) see to it that a row never changes.
 */
export const sessionMessages = pgTable(
  'session_messages',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    senderId: uuid()
      .notNull()
      .references(() => users.id),
    /** One a form: sending it twice writes once. */
    requestId: uuid().notNull(),
    text: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique('session_messages_request_key').on(table.senderId, table.requestId),
    index('session_messages_session_idx').on(table.sessionId, table.createdAt),
    check(
      'session_messages_text_is_short',
      sql`char_length(${table.text}) between 1 and ${sql.raw(String(longestMessage))}`,
    ),
  ],
);
