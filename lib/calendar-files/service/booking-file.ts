import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { db } from '@/db/client';
import { listCalendarSeats } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { calendarEntry } from './calendar-entry';
import { refused, ok, type Result } from '@/kernel/result';
import { writeCalendar } from '../rules/write-calendar';
import { mostSeats, sessionsOf } from './sessions-of';

/**
 * A booking as a file for one of its two sides to import: to the mentor, the session with all who
 * come. It has the UID of the invitation by mail, so whoever has both has it once.
 */
export async function readBookingFile({
  bookingId,
  reader,
  now,
}: {
  bookingId: string;
  reader: { id: string; locale: 'en' | 'fr' };
  now: Temporal.Instant;
}): Promise<Result<{ filename: string; text: string }, 'not_found'>> {
  if (!z.uuid().safeParse(bookingId).success) return refused('not_found');
  const [seat] = await listCalendarSeats(db, {
    scope: { bookingId, partyId: reader.id },
    limit: 1,
  });
  if (!seat) return refused('not_found');
  const side = seat.menteeId === reader.id ? 'mentee' : 'mentor';
  const { sessionId, mentorId } = seat;
  const rows =
    side === 'mentor'
      ? await listCalendarSeats(db, {
          scope: { sessionIds: [sessionId], mentorId },
          limit: mostSeats,
        })
      : [seat];
  const entries = sessionsOf(rows, { now }).map((session) =>
    calendarEntry(session, { side, locale: reader.locale, appUrl: env.APP_URL }),
  );
  const text = writeCalendar(entries, { name: 'Baobab', locale: reader.locale });
  return ok({ filename: `${seat.reference}.ics`, text });
}
