import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { meetingRooms } from '@/db/schema/meeting-rooms';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import { type ManageClaims, sealJoinLink, sealManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { makeBooking } from '@/testing/deliveries';
import { makeUser } from '@/testing/people';
import { loadJoinPage } from './join';
import { loadManagedBooking } from './my-bookings';

vi.mock('server-only', () => ({}));
vi.mock('next/server', () => ({ connection: async () => undefined }));
// Nobody is signed in.
vi.mock('@/lib/auth/session', () => ({
  getViewer: async () => null,
  getViewerTimeZone: async () => null,
}));

const url = 'https://whereby.test/1';
const hostUrl = 'https://whereby.test/1?roomKey=host';

/** A session by video with a room, which starts in so many minutes, and links to it. */
async function meeting(minutes: number) {
  // Loaders look at the clock.
  const now = Temporal.Now.instant();
  const start = now.add({ minutes });
  const period = { start, end: start.add({ minutes: 60 }) };
  const { booking, mentor, mentee } = await makeBooking();
  const { id: bookingId, sessionId } = booking;
  await db.update(sessions).set({ period, occupied: period }).where(eq(sessions.id, sessionId));
  await db.insert(meetingRooms).values({
    sessionId,
    provider: 'whereby',
    url,
    hostUrl,
    lastsUntilAt: period.end.add({ minutes: 30 }),
    madeAt: now,
    nextAttemptAt: now,
  });
  const claims = (personId: string): ManageClaims => ({
    bookingId,
    personId,
    sequence: 0,
    expiresAt: period.end.epochMilliseconds,
  });
  const link = (personId: string) => sealJoinLink(claims(personId), env.authSecrets[0]);
  return { bookingId, mentorId: mentor.mentorId, menteeId: mentee?.id ?? '', claims, link };
}

it('waits, and lets each side in by their own way once the room opens', async () => {
  const early = await meeting(11);
  const found = await loadJoinPage(early.link(early.menteeId));
  expect(found).toMatchObject({ status: 'found', room: { state: 'closed' } });
  expect(JSON.stringify(found)).not.toContain('whereby.test');
  const { link, menteeId, mentorId } = await meeting(9);
  expect(await loadJoinPage(link(menteeId))).toMatchObject({ room: { state: 'open', url } });
  expect(await loadJoinPage(link(mentorId))).toMatchObject({ room: { url: hostUrl } });
});

it('tells of the session no more than its time, its title and the other’s name', async () => {
  const { link, menteeId } = await meeting(9);
  const found = await loadJoinPage(link(menteeId));
  expect(Object.keys(found).toSorted()).toEqual([
    'bookingId',
    'endsAt',
    'now',
    'opensAt',
    'otherName',
    'room',
    'startsAt',
    'status',
    'timeZone',
    'title',
  ]);
});

it('leads nowhere once the session was moved', async () => {
  const { link, menteeId, bookingId } = await meeting(9);
  await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, bookingId));
  expect(await loadJoinPage(link(menteeId))).toMatchObject({ room: { state: 'none' } });
});

it('is for one person, for that session, until its end, and for nothing else', async () => {
  const { claims, link, menteeId } = await meeting(9);
  const stranger = await makeUser();
  const [secret] = env.authSecrets;
  for (const [token, status] of [
    [link(stranger.id), 'unknown'],
    [sealJoinLink(claims(menteeId), 'not ours'), 'unknown'],
    [sealManageLink(claims(menteeId), secret), 'unknown'],
    [sealJoinLink({ ...claims(menteeId), expiresAt: Date.now() - 1000 }, secret), 'expired'],
    ['', 'unknown'],
  ] as const) {
    expect(await loadJoinPage(token)).toEqual({ status });
  }
  // Nor does it move or cancel anything.
  expect(await loadManagedBooking(link(menteeId))).toEqual({ status: 'unknown' });
  await db.update(users).set({ blockedAt: Temporal.Now.instant() }).where(eq(users.id, menteeId));
  expect(await loadJoinPage(link(menteeId))).toEqual({ status: 'unknown' });
});
