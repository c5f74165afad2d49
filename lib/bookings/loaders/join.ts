import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import { getBookingForPerson } from '@/db/queries/bookings-read';
import { getViewerTimeZone } from '@/lib/auth/session';
import { getViewerByLink } from '@/lib/auth/viewing';
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
  const [person, viewerTimeZone] = await Promise.all([
    getViewerByLink(claims),
    getViewerTimeZone(),
  ]);
  // Somebody who is blocked, by a link as by signing in, is nobody.
  if (!person) return { status: 'unknown' };
  const row = await asViewer(person, (tx) => getBookingForPerson(tx, { bookingId, userId, now }));
  if (!row) return { status: 'unknown' };
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
