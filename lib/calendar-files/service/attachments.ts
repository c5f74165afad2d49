import type { Temporal } from 'temporal-polyfill';
import type { Side } from '@/domain/bookings';
import type { MailAttachment } from '@/domain/mails';
import type { Executor } from '@/db/client';
import { listCalendarSeats, listLeftSessions } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { methodOf, writeInvitation, writePublication } from '../rules/write-calendar';
import type { CalendarSession } from '../schema';
import { calendarEntry } from './calendar-entry';
import { organizerOf } from './organizer';
import { mostSeats, sessionsOf } from './sessions-of';

/** A mail that is to bring its reader's calendar what it is about. */
export interface CalendarMail {
  side: Side;
  /** At least one; several of one batch, and so of the same two people. */
  bookingIds: readonly string[];
  recipientEmail: string;
  locale: 'en' | 'fr';
}

/**
 * Reads at once what mails bring to their readers' calendars: bookings to a mentee, sessions with all
 * who come to the mentor, as they are now. So the mail that one of a group has cancelled updates the
 * mentor's entry, and only the last one takes it away.
 *
 * One booking comes as an invitation. Several come as one file with all of them, under the UIDs and
 * SEQUENCEs that the invitations of each would have. There is nothing while nobody has proved the
 * address of a hold, and once the sessions are over.
 * @returns what one of these mails brings
 */
export async function readAttachments(
  executor: Executor,
  { mails, now }: { mails: readonly CalendarMail[]; now: Temporal.Instant },
): Promise<(mail: CalendarMail) => MailAttachment[]> {
  const idsOf = (list: readonly CalendarMail[]) => [
    ...new Set(list.flatMap(({ bookingIds }) => bookingIds)),
  ];
  const bookingIds = idsOf(mails);
  if (bookingIds.length === 0) return () => [];
  const seats = await listCalendarSeats(executor, {
    scope: { bookingIds },
    limit: bookingIds.length,
  });
  const toMentors = mails.filter(({ side }) => side === 'mentor');
  const mentorsIds = new Set(idsOf(toMentors));
  const mentorsSeats = seats.filter((seat) => mentorsIds.has(seat.bookingId));
  const sessionIds = [...new Set(mentorsSeats.map(({ sessionId }) => sessionId))];
  const [neighbours, left] = await Promise.all([
    sessionIds.length > 0
      ? listCalendarSeats(executor, {
          scope: { sessionIds },
          limit: mostSeats * sessionIds.length,
        })
      : [],
    // A booking leaves a session for another by a move, which several do not do together.
    listLeftSessions(executor, {
      bookingIds: idsOf(toMentors.filter((mail) => mail.bookingIds.length === 1)),
    }),
  ]);

  return ({ side, bookingIds: ids, recipientEmail, locale }) => {
    const own = seats.filter((seat) => ids.includes(seat.bookingId));
    const [first] = own;
    if (!first) return [];
    const ownSessions = new Set(own.map(({ sessionId }) => sessionId));
    const all = sessionsOf(
      side === 'mentor' ? neighbours.filter((seat) => ownSessions.has(seat.sessionId)) : own,
      { now },
    );
    const sessions = all.filter(({ endsAt }) => endsAt > now.epochMilliseconds);
    const [session] = sessions;
    if (!session) return [];
    const organizer = organizerOf(first.mentorName, locale);
    const entryOf = (of: CalendarSession) =>
      calendarEntry(of, { side, locale, appUrl: env.APP_URL });
    if (ids.length > 1) {
      const content = writePublication(sessions.map(entryOf), { organizer, locale });
      return [attach('PUBLISH', severalFilename, content)];
    }
    const name = side === 'mentor' ? first.mentorName : first.menteeName;
    const attendee = { name: name ?? recipientEmail, email: recipientEmail };
    const gone = side === 'mentor' ? left.filter((row) => row.bookingId === first.bookingId) : [];
    return [session, ...gone.map((row) => leftBy(first.bookingId, session, row))].map((of) => {
      const entry = entryOf(of);
      const content = writeInvitation(entry, { organizer, attendee, locale });
      return attach(methodOf(entry), 'invite.ics', content);
    });
  };
}

export const severalFilename = 'baobab-sessions.ics';

function attach(method: string, filename: string, content: string): MailAttachment {
  return { filename, contentType: `text/calendar; method=${method}; charset=utf-8`, content };
}

/** What the mentor's calendar still has of a booking that went over to another session, called off. */
function leftBy(
  bookingId: string,
  session: CalendarSession,
  { id, sequence, period }: Awaited<ReturnType<typeof listLeftSessions>>[number],
): CalendarSession {
  return {
    ...session,
    id,
    sequence,
    startsAt: period.start.epochMilliseconds,
    endsAt: period.end.epochMilliseconds,
    seats: session.seats
      .filter((seat) => seat.bookingId === bookingId)
      .map((seat) => ({ ...seat, status: 'cancelled' as const })),
  };
}
