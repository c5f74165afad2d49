import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getBookingForPerson } from '@/db/queries/bookings-read';
import { getViewerRow } from '@/db/queries/users';
import { getViewerTimeZone } from '@/lib/auth/session';
import { openJoinLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import type { JoinPage } from '../schema/booking';
import { opensAt } from '../rules/running';
import { detailOf } from './booking-detail';

/**
 * A session as the link in the mail half an hour before shows it: to the person whom it was sent to, as if
 * they were signed in, but of this session its room alone. A session that was moved since has a link of
 * its own, in a mail of its own.
 */
export async function loadJoinPage(token: string): Promise<JoinPage> {
  // What it shows depends on when it is asked.
  await connection();
  const claims = openJoinLink(token, env.authSecrets);
  if (!claims) return { status: 'unknown' };
  const now = Temporal.Now.instant();
  if (claims.expiresAt <= now.epochMilliseconds) return { status: 'expired' };
  const { bookingId, personId: userId, sequence } = claims;
  const [person, row, viewerTimeZone] = await Promise.all([
    getViewerRow(db, { userId }),
    getBookingForPerson(db, { bookingId, userId, now }),
    getViewerTimeZone(),
  ]);
  // Somebody who is blocked, by a link as by signing in, is nobody.
  if (!person || !row) return { status: 'unknown' };
  const { room, ...booking } = detailOf(row, [], {
    at: now,
    viewerTimeZone: person.timeZone ?? viewerTimeZone,
  });
  const startsAt = booking.startsAt;
  return {
    status: 'found',
    bookingId,
    title: booking.serviceTitle,
    startsAt,
    endsAt: booking.endsAt,
    opensAt: opensAt({ startsAt }),
    otherName: booking.role === 'mentor' ? booking.menteeName : booking.mentorName,
    room: row.sequence === sequence ? room : { state: 'none' },
    timeZone: booking.timeZone,
    now: now.epochMilliseconds,
  };
}
