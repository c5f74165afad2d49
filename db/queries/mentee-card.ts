import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { bookingNotes } from '../schema/notes';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { statusAt } from './bookings-read';

interface Pair {
  mentorId: string;
  menteeId: string;
}

function countWhere(condition: SQL) {
  return sql<number>`(count(*) filter (where ${condition}))::int`;
}

function isBetween({ mentorId, menteeId }: Pair) {
  return and(eq(bookings.mentorId, mentorId), eq(bookings.menteeId, menteeId));
}

/**
 * How what one mentee has booked with one mentor has ended. Late is what the mentee cancelled inside the
 * notice that the mentor asks for now, and not within 15 minutes of booking.
 */
export async function countSessionsWith(
  executor: Executor,
  { now, ...pair }: Pair & { now: Temporal.Instant },
) {
  const status = statusAt(now);
  const [row] = await executor
    .select({
      all: sql<number>`count(*)::int`,
      completed: countWhere(sql`${status} = 'completed'`),
      missed: countWhere(sql`${status} = 'no_show' and ${bookings.noShowBy} = 'mentee'`),
      cancelled: countWhere(sql`${status} = 'cancelled' and ${bookings.cancelledBy} = 'mentee'`),
      cancelledLate: countWhere(sql`${status} = 'cancelled' and ${bookings.cancelledBy} = 'mentee'
        and ${bookings.cancelledAt} >= lower(${bookings.period}) - make_interval(mins => ${mentors.cancelNoticeMinutes})
        and ${bookings.cancelledAt} > ${bookings.createdAt} + make_interval(mins => 15)`),
      coming: countWhere(sql`${status} in ('pending', 'confirmed', 'in_progress')
        and upper(${bookings.period}) > ${now.toString()}::timestamptz`),
    })
    .from(bookings)
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .where(isBetween(pair));
  return row ?? { all: 0, completed: 0, missed: 0, cancelled: 0, cancelledLate: 0, coming: 0 };
}

/** A page of what one mentee has with one mentor, the latest first, each with the note that they share. */
export async function listSessionsWith(
  executor: Executor,
  { now, limit, offset, ...pair }: Pair & { now: Temporal.Instant; limit: number; offset: number },
) {
  const start = sql`lower(${bookings.period})`;
  // Chosen before anything is joined to them.
  const page = executor
    .select({ id: bookings.id })
    .from(bookings)
    .where(isBetween(pair))
    .orderBy(desc(start), desc(bookings.id))
    .limit(limit)
    .offset(offset);
  return executor
    .select({
      id: bookings.id,
      status: statusAt(now),
      period: bookings.period,
      variantId: sessions.variantId,
      serviceTitle: services.title,
      durationMinutes: sessions.durationMinutes,
      format: sessions.format,
      subject: bookings.subject,
      sharedNote: bookingNotes.body,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(
      bookingNotes,
      and(eq(bookingNotes.bookingId, bookings.id), eq(bookingNotes.kind, 'shared')),
    )
    .where(sql`${bookings.id} = any(array(${page}))`)
    .orderBy(desc(start), desc(bookings.id));
}
