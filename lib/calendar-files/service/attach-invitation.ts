import type { Temporal } from 'temporal-polyfill';
import type { DeliveryKind, MailAttachment } from '@/domain/mails';
import type { Executor } from '@/db/client';
import { listCalendarSeats, listLeftSessions } from '@/db/queries/calendar-files';
import { env } from '@/kernel/env';
import { calendarEntry } from './calendar-entry';
import { methodOf, writeInvitation } from '../rules/write-calendar';
import type { CalendarSession } from '../schema';
import { mostSeats, sessionsOf } from './sessions-of';
import { organizerOf } from './organizer';

/**
 * What a mail about a booking brings to its reader's calendar: the booking to a mentee, the session
 * with all who come to the mentor, as they are now. So the mail that one of a group has cancelled
 * updates the mentor's entry, and only the last one takes it away. Empty while nobody has proved the
 * address of a hold, and once the session is over.
 */
export async function attachInvitation(
  executor: Executor,
  mail: {
    kind: DeliveryKind;
    bookingId: string;
    recipientEmail: string;
    locale: 'en' | 'fr';
    now: Temporal.Instant;
  },
): Promise<MailAttachment[]> {
  const { bookingId, recipientEmail, locale, now } = mail;
  const side = mail.kind.endsWith('_mentor') ? 'mentor' : 'mentee';
  const [seat] = await listCalendarSeats(executor, { scope: { bookingId }, limit: 1 });
  if (!seat) return [];
  const { sessionId, mentorId } = seat;
  const rows =
    side === 'mentor'
      ? await listCalendarSeats(executor, {
          scope: { sessionIds: [sessionId], mentorId },
          limit: mostSeats,
        })
      : [seat];
  const [session] = sessionsOf(rows, { now });
  if (!session || session.endsAt <= now.epochMilliseconds) return [];

  const reader = side === 'mentor' ? seat.mentorName : seat.menteeName;
  const attach = (of: CalendarSession): MailAttachment => {
    const entry = calendarEntry(of, { side, locale, appUrl: env.APP_URL });
    const content = writeInvitation(entry, {
      organizer: organizerOf(seat.mentorName, locale),
      attendee: { name: reader ?? recipientEmail, email: recipientEmail },
      locale,
    });
    const method = methodOf(entry);
    const contentType = `text/calendar; method=${method}; charset=utf-8`;
    return { filename: 'invite.ics', contentType, content };
  };
  const left = side === 'mentor' ? await sessionsLeft(executor, { bookingId, session }) : [];
  return [session, ...left].map(attach);
}

/** What the mentor's calendar still has of a booking that went over to another session, called off. */
async function sessionsLeft(
  executor: Executor,
  { bookingId, session }: { bookingId: string; session: CalendarSession },
): Promise<CalendarSession[]> {
  const left = await listLeftSessions(executor, { bookingId });
  return left.map(({ id, sequence, period }) => ({
    ...session,
    id,
    sequence,
    startsAt: period.start.epochMilliseconds,
    endsAt: period.end.epochMilliseconds,
    seats: session.seats
      .filter((seat) => seat.bookingId === bookingId)
      .map((seat) => ({ ...seat, status: 'cancelled' as const })),
  }));
}
