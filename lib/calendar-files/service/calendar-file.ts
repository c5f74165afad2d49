import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { db } from '@/db/client';
import { listCalendarSeats } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { ok, refused, type Result } from '@/kernel/result';
import { writeCalendar } from '../rules/write-calendar';
import { severalFilename } from './attachments';
import { calendarEntry } from './calendar-entry';
import { mostSeats, sessionsOf } from './sessions-of';

/** More bookings than any batch has. */
const mostBookings = 100;

/**
 * A booking, or all of a batch, as a file for one of the two sides to import, as they are now: to a
 * mentee with their own seats alone, to the mentor with all who come. The UIDs are those of the
 * invitations by mail, so whoever has both has each session once.
 */
export async function readCalendarFile({
  reader,
  now,
  ...of
}: ({ bookingId: string } | { batchId: string }) & {
  reader: { id: string; locale: 'en' | 'fr' };
  now: Temporal.Instant;
}): Promise<Result<{ filename: string; text: string }, 'not_found'>> {
  if (!z.uuid().safeParse('batchId' in of ? of.batchId : of.bookingId).success) {
    return refused('not_found');
  }
  const { id: partyId, locale } = reader;
  const own = await listCalendarSeats(db, { scope: { ...of, partyId }, limit: mostBookings });
  const [first] = own;
  if (!first) return refused('not_found');
  const side = first.mentorId === partyId ? 'mentor' : 'mentee';
  const sessionIds = [...new Set(own.map(({ sessionId }) => sessionId))];
  const limit = mostSeats * sessionIds.length;
  const seats =
    side === 'mentor' ? await listCalendarSeats(db, { scope: { sessionIds }, limit }) : own;
  const entries = sessionsOf(seats, { now }).map((session) =>
    calendarEntry(session, { side, locale, appUrl: env.APP_URL }),
  );
  const text = writeCalendar(entries, { name: 'Baobab', locale });
  return ok({ filename: 'batchId' in of ? severalFilename : `${first.reference}.ics`, text });
}
