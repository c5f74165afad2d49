import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { MailAttachment } from '@/domain/mails';
import { db, type Executor } from '@/db/client';
import { type CalendarSeatRow, listCalendarSeats } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { calendarEntry } from './calendar-entry';
import { ok, refused, type Result } from '@/kernel/result';
import { writePublication } from '../rules/write-calendar';
import type { CalendarSession } from '../schema';
import { organizerOf } from './organizer';
import { mostSeats, sessionsOf } from './sessions-of';

/** More bookings than any batch has. */
const mostBookings = 100;
const filename = 'baobab-sessions.ics';

interface Reader {
  id: string;
  locale: 'en' | 'fr';
}

/**
 * What a mail about several bookings at once brings to its reader's calendar: one file with all of
 * them, under the UIDs and SEQUENCEs that the invitations of each would have. Empty once all are over.
 */
export async function attachBatch(
  executor: Executor,
  { bookingIds, reader, now }: { bookingIds: string[]; reader: Reader; now: Temporal.Instant },
): Promise<MailAttachment[]> {
  const scope = { bookingIds, partyId: reader.id };
  const own = await listCalendarSeats(executor, { scope, limit: mostBookings });
  const sessions = await sessionsFor(executor, own, { reader, now });
  const content = writeFile(
    sessions.filter(({ endsAt }) => endsAt > now.epochMilliseconds),
    { own, reader },
  );
  if (content === null) return [];
  return [{ filename, contentType: 'text/calendar; method=PUBLISH; charset=utf-8', content }];
}

/** All bookings of a batch as a file for one of its two sides to import, as they are now. */
export async function readBatchFile({
  batchId,
  reader,
  now,
}: {
  batchId: string;
  reader: Reader;
  now: Temporal.Instant;
}): Promise<Result<{ filename: string; text: string }, 'not_found'>> {
  if (!z.uuid().safeParse(batchId).success) return refused('not_found');
  const scope = { batchId, partyId: reader.id };
  const own = await listCalendarSeats(db, { scope, limit: mostBookings });
  const text = writeFile(await sessionsFor(db, own, { reader, now }), { own, reader });
  return text === null ? refused('not_found') : ok({ filename, text });
}

/** To a mentee, sessions with their own seats alone; to the mentor, with all who come. */
async function sessionsFor(
  executor: Executor,
  own: readonly CalendarSeatRow[],
  { reader, now }: { reader: Reader; now: Temporal.Instant },
): Promise<CalendarSession[]> {
  if (!own.some(({ mentorId }) => mentorId === reader.id)) return sessionsOf(own, { now });
  const sessionIds = [...new Set(own.map(({ sessionId }) => sessionId))];
  const scope = { sessionIds, mentorId: reader.id };
  const limit = mostSeats * sessionIds.length;
  return sessionsOf(await listCalendarSeats(executor, { scope, limit }), { now });
}

function writeFile(
  sessions: readonly CalendarSession[],
  { own: [first], reader }: { own: readonly CalendarSeatRow[]; reader: Reader },
): string | null {
  if (!first || sessions.length === 0) return null;
  const { locale } = reader;
  const side = first.mentorId === reader.id ? 'mentor' : 'mentee';
  return writePublication(
    sessions.map((session) => calendarEntry(session, { side, locale, appUrl: env.APP_URL })),
    { organizer: organizerOf(first.mentorName, locale), locale },
  );
}
