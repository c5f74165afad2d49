import type { Temporal } from 'temporal-polyfill';
import type { CalendarSeatRow } from '@/db/queries/calendar-files';
import { effectiveStatus } from '@/lib/bookings/rules/booking';
import type { CalendarSeat, CalendarSession } from '../schema';

/** More people than any session has. */
export const mostSeats = 500;

/** The sessions of these seats, each with those seats that are among them, in the same order. */
export function sessionsOf(
  rows: readonly CalendarSeatRow[],
  { now }: { now: Temporal.Instant },
): CalendarSession[] {
  const sessions = new Map<string, CalendarSession>();
  for (const row of rows) {
    const session = sessions.get(row.sessionId) ?? sessionOf(row);
    session.seats.push(seatOf(row, now));
    sessions.set(row.sessionId, session);
  }
  return [...sessions.values()];
}

function sessionOf(row: CalendarSeatRow): CalendarSession {
  return {
    id: row.sessionId,
    sequence: row.sessionSequence,
    startsAt: row.period.start.epochMilliseconds,
    endsAt: row.period.end.epochMilliseconds,
    createdAt: row.sessionCreatedAt.epochMilliseconds,
    mentorName: row.mentorName,
    serviceTitle: row.serviceTitle,
    durationMinutes: row.durationMinutes,
    capacity: row.capacity,
    format: row.format,
    place: row.place,
    seats: [],
  };
}

function seatOf(row: CalendarSeatRow, now: Temporal.Instant): CalendarSeat {
  const { status, expiresAt } = row;
  return {
    bookingId: row.bookingId,
    reference: row.reference,
    status: effectiveStatus(
      { status, expiresAt: expiresAt?.epochMilliseconds ?? null },
      now.epochMilliseconds,
    ),
    sequence: row.sequence,
    menteeName: row.menteeName,
    subject: row.subject,
    notes: row.notes,
    phone: row.phone,
    createdAt: row.createdAt.epochMilliseconds,
    changedAt: row.changedAt.epochMilliseconds,
  };
}
