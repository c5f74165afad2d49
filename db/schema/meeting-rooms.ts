import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { roomFailures, roomProviders } from '@/domain/meeting-rooms';
import { instant } from '../columns';
import { isOneOf } from './checks';
import { sessions } from './sessions';

/**
 * Where a session by video meets, one room for all of its seats. It begins as a Jitsi room, which
 * needs nobody's answer, and becomes one of Whereby's where there is one in time.
 */
export const meetingRooms = pgTable(
  'meeting_rooms',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => sessions.id),
    provider: text({ enum: roomProviders }).notNull(),
    url: text().notNull(),
    /** The mentor's own way in; empty where there is none. */
    hostUrl: text().notNull().default(''),
    /** Until when the room lasts, at least; null: for good. */
    lastsUntilAt: instant(),
    madeAt: instant().notNull(),
    /** When Whereby may be asked for a better one, again or for the first time. */
    nextAttemptAt: instant().notNull(),
    /** How often in a row it gave none, and why the last time. */
    failures: integer().notNull().default(0),
    failure: text({ enum: roomFailures }),
    leasedUntil: instant(),
    /** Counts claims, so that a run can tell whether its claim still holds. */
    claim: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    index('meeting_rooms_due_idx')
      .on(table.nextAttemptAt)
      .where(sql`provider = 'jitsi'`),
    check('meeting_rooms_provider_known', isOneOf(table.provider, roomProviders)),
    check('meeting_rooms_failure_known', isOneOf(table.failure, roomFailures)),
    check(
      'meeting_rooms_whereby_ends',
      sql`(${table.provider} = 'whereby') = (${table.lastsUntilAt} is not null)`,
    ),
    check('meeting_rooms_url_whole', sql`${table.url} ~ '^https?://'`),
  ],
);
