import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { BookingAnswer } from '@/domain/answers';
import {
  type KeptFailure,
  bookingRoles,
  bookingStatuses,
  holdMinutes,
  proposalHours,
  sides,
} from '@/domain/bookings';
import { instant, tstzrange } from '../columns';
import { areAnswers, isBoundedRange, isNormalAddress, isOneOf } from './checks';
import { organizations } from './organizations';
import { sessionMessages } from './session-messages';
import { sessions } from './sessions';
import { users } from './users';

/**
 * One mentee's place in a session. Migration 0002 adds `bookings_mentee_is_free`, the exclusion
 * constraint that lets no two of a mentee's active bookings overlap; a hold has no mentee yet, and
 * a null collides with nothing.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** What people read out to each other, as BAO-7K3M9Q. */
    reference: text().notNull(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    sessionId: uuid().notNull(),
    seat: integer().notNull(),
    /** These three are the session's, kept equal by the foreign key. */
    mentorId: uuid().notNull(),
    period: tstzrange().notNull(),
    sessionCapacity: integer().notNull(),

    menteeId: uuid().references(() => users.id),
    /** Who holds a seat before they have proved their address; kept after, as history. */
    guestName: text(),
    guestEmail: text(),
    guestLocale: text({ enum: ['en', 'fr'] }),
    guestTimeZone: text(),

    status: text({ enum: bookingStatuses }).notNull(),
    /** True for active states, else null: pairs with the session's `active` in a foreign key. */
    sessionActive: boolean().generatedAlwaysAs(
      sql`case when status in ('held', 'pending', 'confirmed', 'in_progress') then true end`,
    ),
    /** Its mentor asks for it: a hold for an address that the mentor named. Kept after, as history. */
    isProposal: boolean().notNull().default(false),
    /** When a hold or an unanswered request lapses. */
    expiresAt: instant(),
    /** Of a hold, the keyed hash of the network that it was asked for from; kept no longer than it is held. */
    heldFrom: text(),
    subject: text().notNull().default(''),
    notes: text().notNull().default(''),
    /** To the service's questions, each with the words that it was asked with. */
    answers: jsonb().$type<BookingAnswer[]>().notNull().default([]),
    /** The number the mentee gave for a session by phone. */
    phone: text().notNull().default(''),
    priceCredits: integer().notNull(),
    /** What went into escrow when it was made; 0 for a hold. */
    chargedCredits: integer().notNull().default(0),
    batchId: uuid(),
    /** RFC 5545 SEQUENCE of the mentee's invitation, and the version of the mentee's reminders. */
    sequence: integer().notNull().default(0),

    createdAt: instant().notNull(),
    requestedAt: instant(),
    confirmedAt: instant(),
    startedAt: instant(),
    completedAt: instant(),
    noShowAt: instant(),
    noShowBy: text({ enum: sides }),
    cancelledAt: instant(),
    cancelledBy: text({ enum: bookingRoles }),
    cancelReason: text(),
    expiredAt: instant(),
    menteeCheckedInAt: instant(),
  },
  (table) => [
    unique('bookings_reference_key').on(table.reference),
    foreignKey({
      name: 'bookings_session_place_fkey',
      columns: [
        table.sessionId,
        table.organizationId,
        table.mentorId,
        table.period,
        table.sessionCapacity,
      ],
      foreignColumns: [
        sessions.id,
        sessions.organizationId,
        sessions.mentorId,
        sessions.period,
        sessions.capacity,
      ],
    }).onUpdate('cascade'),
    foreignKey({
      name: 'bookings_session_active_fkey',
      columns: [table.sessionId, table.sessionActive],
      foreignColumns: [sessions.id, sessions.active],
    }),
    uniqueIndex('bookings_seat_key')
      .on(table.sessionId, table.seat)
      .where(sql`status in ('held', 'pending', 'confirmed', 'in_progress')`),
    index('bookings_session_idx').on(table.sessionId),
    index('bookings_batch_idx')
      .on(table.batchId)
      .where(sql`batch_id is not null`),
    index('bookings_mentee_period_idx').using('gist', table.menteeId, table.period),
    index('bookings_mentor_period_idx').using('gist', table.mentorId, table.period),
    index('bookings_open_holds_idx')
      .on(table.guestEmail, table.expiresAt)
      .where(sql`status = 'held'`),
    check('bookings_held_from_held', sql`${table.heldFrom} is null or ${table.status} = 'held'`),
    index('bookings_mentor_lapsing_idx')
      .on(table.mentorId, table.expiresAt)
      .where(sql`status in ('held', 'pending')`),
    index('bookings_mentee_lapsing_idx')
      .on(table.menteeId, table.expiresAt)
      .where(sql`status in ('held', 'pending')`),
    // What nobody has answered, for those who run the organization: the first to lapse at the head.
    index('bookings_waiting_idx')
      .on(table.organizationId, table.expiresAt)
      .where(sql`status = 'pending'`),
    // How many a mentor has proposed lately, and to an address: whatever has become of them.
    index('bookings_mentor_proposals_idx')
      .on(table.mentorId, table.createdAt)
      .where(sql`is_proposal`),
    index('bookings_address_proposals_idx')
      .on(table.guestEmail, table.createdAt)
      .where(sql`is_proposal`),
    // What nobody has closed, oldest end first: the cron looks for it every minute.
    index('bookings_unclosed_idx')
      .on(sql`upper(${table.period})`)
      .where(sql`status in ('confirmed', 'in_progress')`),
    // How many sessions a mentor has given stands on their page: counted from the index alone.
    index('bookings_given_idx')
      .on(table.mentorId, table.sessionId)
      .where(sql`status = 'completed'`),
    check('bookings_period_bounded', isBoundedRange(table.period)),
    check(
      'bookings_seat_below_capacity',
      sql`${table.seat} >= 0 and ${table.seat} < ${table.sessionCapacity}`,
    ),
    check('bookings_status_known', isOneOf(table.status, bookingStatuses)),
    check(
      'bookings_mentee_is_not_mentor',
      sql`${table.menteeId} is null or ${table.menteeId} <> ${table.mentorId}`,
    ),
    check(
      'bookings_mentee_known',
      sql`case when ${table.status} = 'held' then ${table.menteeId} is null
        when ${table.status} in ('cancelled', 'expired') then ${table.menteeId} is not null or ${table.guestEmail} is not null
        else ${table.menteeId} is not null end`,
    ),
    check(
      'bookings_guest_known',
      sql`${table.menteeId} is not null or (${table.guestEmail} is not null and ${table.guestName} is not null
        and ${table.guestLocale} is not null)`,
    ),
    check(
      'bookings_deadline_known',
      sql`${table.status} not in ('held', 'pending')
        or coalesce(${table.expiresAt} <= lower(${table.period}), false)`,
    ),
    // A visitor's hold is short, and only what a mentor proposes is kept for longer.
    check(
      'bookings_hold_is_short',
      sql`${table.status} <> 'held' or ${table.expiresAt} <= ${table.createdAt} + case
        when ${table.isProposal} then make_interval(hours => ${sql.raw(String(proposalHours))})
        else make_interval(mins => ${sql.raw(String(holdMinutes))}) end`,
    ),
    check(
      'bookings_proposal_has_address',
      sql`not ${table.isProposal} or ${table.guestEmail} is not null`,
    ),
    check(
      'bookings_times_known',
      sql`case ${table.status}
        when 'pending' then ${table.requestedAt} is not null
        when 'confirmed' then ${table.confirmedAt} is not null
        when 'in_progress' then ${table.startedAt} is not null
        when 'completed' then ${table.completedAt} is not null
        when 'no_show' then ${table.noShowAt} is not null
        when 'cancelled' then ${table.cancelledAt} is not null
          and ${table.cancelledBy} is not null and ${table.cancelReason} is not null
        when 'expired' then ${table.expiredAt} is not null
        else true end`,
    ),
    check('bookings_cancelled_by_known', isOneOf(table.cancelledBy, bookingRoles)),
    check('bookings_no_show_side_known', isOneOf(table.noShowBy, sides)),
    check('bookings_guest_email_is_normal', isNormalAddress(table.guestEmail)),
    check('bookings_sequence_not_negative', sql`${table.sequence} >= 0`),
    check(
      'bookings_no_show_by_known',
      sql`(${table.status} = 'no_show') = (${table.noShowBy} is not null)`,
    ),
    check('bookings_price_not_negative', sql`${table.priceCredits} >= 0`),
    check('bookings_answers_whole', areAnswers(table.answers)),
    check(
      'bookings_charge_is_price_or_nothing',
      sql`${table.chargedCredits} in (0, ${table.priceCredits})`,
    ),
  ],
);

/** What makes sending the same form twice harmless: the success that the second sending gets back. */
export const bookingRequests = pgTable(
  'booking_requests',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid().notNull(),
    userId: uuid().references(() => users.id),
    email: text(),
    bookingIds: jsonb().$type<string[]>().notNull(),
    /** Which slots of a batch were refused, so that the second sending hears of them too. */
    failures: jsonb().$type<KeptFailure[]>().notNull().default([]),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('booking_requests_user_key')
      .on(table.userId, table.requestId)
      .where(sql`user_id is not null`),
    uniqueIndex('booking_requests_email_key')
      .on(table.email, table.requestId)
      .where(sql`email is not null`),
    check(
      'booking_requests_one_booker',
      sql`(${table.userId} is null) <> (${table.email} is null)`,
    ),
  ],
);

/** The trail of a booking: one row a transition, never changed (a trigger sees to it). */
export const bookingEvents = pgTable(
  'booking_events',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    at: instant().notNull(),
    /** Null for a visitor and for the system. */
    actorId: uuid().references(() => users.id),
    actorRole: text({ enum: bookingRoles }).notNull(),
    /** Null for the first. */
    fromStatus: text({ enum: bookingStatuses }),
    toStatus: text({ enum: bookingStatuses }).notNull(),
    reason: text(),
    /** The old and the new start, of a move. */
    movedFromAt: instant(),
    movedToAt: instant(),
    /** What the mentor wrote to everybody in the session then, this mentee among them. */
    messageId: uuid().references(() => sessionMessages.id),
  },
  (table) => [
    check(
      'booking_events_move_is_whole',
      sql`(${table.movedFromAt} is null) = (${table.movedToAt} is null)`,
    ),
    index('booking_events_booking_idx').on(table.bookingId, table.at),
    // To whom a message went, and in whose bookings an admin has acted: row-level security asks.
    index('booking_events_message_idx')
      .on(table.messageId)
      .where(sql`message_id is not null`),
    index('booking_events_admin_idx')
      .on(table.actorId)
      .where(sql`actor_role = 'admin'`),
    check('booking_events_role_known', isOneOf(table.actorRole, bookingRoles)),
    check(
      'booking_events_statuses_known',
      sql`${isOneOf(table.toStatus, bookingStatuses)}
        and (${table.fromStatus} is null or ${isOneOf(table.fromStatus, bookingStatuses)})`,
    ),
  ],
);
