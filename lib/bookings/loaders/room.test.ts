import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookingStatus } from '@/domain/bookings';
import { db } from '@/db/client';
import { getViewerRow } from '@/db/queries/users';
import { bookings } from '@/db/schema/bookings';
import { meetingRooms } from '@/db/schema/meeting-rooms';
import { mentors } from '@/db/schema/mentors';
import { sessions } from '@/db/schema/sessions';
import { sealManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { makeBooking } from '@/testing/deliveries';
import { makeMember, makeUser, publicOrganizationId } from '@/testing/people';
import { loadBooking, loadCalendarSession, loadManagedBooking } from './my-bookings';

// Who is looking comes from a request, and there is none here; all else is what pages get.
vi.mock('server-only', () => ({}));
vi.mock('next/server', () => ({ connection: async () => undefined }));
const looking = vi.hoisted(() => ({ userId: '' }));
vi.mock('@/lib/auth/session', () => ({
  getViewer: async () => (looking.userId === '' ? null : getViewerRow(db, looking)),
  getViewerTimeZone: async () => null,
  getPageTimeZone: async () => 'UTC',
}));

beforeEach(() => {
  looking.userId = '';
});

const url = 'https://whereby.test/1';
const hostUrl = 'https://whereby.test/1?roomKey=host';
const secrets = /whereby\.test|mine\.test/;

/** A session by video with a room, which starts in so many minutes and lasts an hour. */
async function meeting({
  minutes,
  status = 'confirmed',
  fixedUrl = '',
}: {
  minutes: number;
  status?: BookingStatus;
  fixedUrl?: string;
}) {
  // Loaders look at the clock.
  const now = Temporal.Now.instant();
  const start = now.add({ minutes });
  const period = { start, end: start.add({ minutes: 60 }) };
  const { booking, mentor, mentee } = await makeBooking({
    ...(status !== 'pending' && { status }),
    ...(status === 'completed' && { completedAt: now }),
  });
  const { sessionId } = booking;
  const { mentorId } = mentor;
  await db.update(sessions).set({ period, occupied: period }).where(eq(sessions.id, sessionId));
  await db.update(mentors).set({ videoUrl: fixedUrl }).where(eq(mentors.userId, mentorId));
  if (status === 'pending') {
    const set = { status, expiresAt: now.add({ minutes: 1 }) };
    await db.update(bookings).set(set).where(eq(bookings.id, booking.id));
  }
  await db.insert(meetingRooms).values({
    sessionId,
    provider: 'whereby',
    url,
    hostUrl,
    lastsUntilAt: period.end.add({ minutes: 30 }),
    madeAt: now,
    nextAttemptAt: now,
  });
  return { bookingId: booking.id, sessionId, mentorId, menteeId: mentee?.id ?? '' };
}

/** All that the page of a booking, the mentor's calendar and the link of a mail give a person. */
async function everythingFor(userId: string, ids: { bookingId: string; sessionId: string }) {
  looking.userId = userId;
  return {
    page: await loadBooking(ids.bookingId),
    calendar: await loadCalendarSession(ids.sessionId),
  };
}

async function roomFor(userId: string, ids: { bookingId: string; sessionId: string }) {
  const { page, calendar } = await everythingFor(userId, ids);
  const room = page.status === 'found' ? page.booking.room : null;
  expect(calendar?.map((booking) => booking.room)).toEqual([room]);
  return room;
}

describe('the room of a session', () => {
  it('is shown to its two parties from ten minutes before the start', async () => {
    const ids = await meeting({ minutes: 9 });
    expect(await roomFor(ids.menteeId, ids)).toEqual({ state: 'open', url });
    expect(await roomFor(ids.mentorId, ids)).toEqual({ state: 'open', url: hostUrl });
  });

  it('tells the mentee nothing of the host’s way in', async () => {
    const ids = await meeting({ minutes: 5 });
    expect(JSON.stringify(await everythingFor(ids.menteeId, ids))).not.toContain('roomKey');
  });

  it.each([['its own'], ['the mentor’s fixed link', 'https://mine.test/room']])(
    'is shown to nobody earlier (%s)',
    async (_name, fixedUrl = '') => {
      const ids = await meeting({ minutes: 11, fixedUrl });
      for (const userId of [ids.menteeId, ids.mentorId]) {
        expect(await roomFor(userId, ids)).toEqual({ state: 'closed' });
        expect(JSON.stringify(await everythingFor(userId, ids))).not.toMatch(secrets);
      }
    },
  );

  it('is the mentor’s fixed link where there is one', async () => {
    const ids = await meeting({ minutes: 1, fixedUrl: 'https://mine.test/room' });
    const open = { state: 'open', url: 'https://mine.test/room' };
    expect(await roomFor(ids.menteeId, ids)).toEqual(open);
    expect(await roomFor(ids.mentorId, ids)).toEqual(open);
  });

  it('is for the two alone: nobody else learns of it, an admin neither', async () => {
    const ids = await meeting({ minutes: 5 });
    const [stranger, admin] = [await makeUser(), await makeUser()];
    const organizationId = publicOrganizationId;
    await makeMember({ organizationId, userId: admin.id, role: 'admin' });
    for (const userId of ['', stranger.id, admin.id]) {
      const seen = await everythingFor(userId, ids);
      expect(JSON.stringify(seen)).not.toMatch(secrets);
    }
    const phone = '+221 77 123 45 67';
    await db.update(bookings).set({ phone }).where(eq(bookings.id, ids.bookingId));
    const place = 'Room 4';
    await db.update(sessions).set({ place }).where(eq(sessions.id, ids.sessionId));
    looking.userId = ids.menteeId;
    expect(await loadBooking(ids.bookingId)).toMatchObject({ booking: { phone, place } });
    looking.userId = admin.id;
    expect(await loadBooking(ids.bookingId)).toMatchObject({
      booking: { room: { state: 'none' }, phone: '', place: '' },
    });
  });

  it('is not behind the link of a mail, which may be forwarded', async () => {
    const ids = await meeting({ minutes: 5 });
    const seal = (personId: string) =>
      sealManageLink(
        { bookingId: ids.bookingId, personId, sequence: 0, expiresAt: Date.now() + 3_600_000 },
        env.authSecrets[0],
      );
    for (const personId of [ids.menteeId, ids.mentorId]) {
      const found = await loadManagedBooking(seal(personId));
      expect(found.status).toBe('found');
      expect(JSON.stringify(found)).not.toMatch(secrets);
    }
  });

  it('is gone half an hour after the end, and when the session was closed', async () => {
    const running = await meeting({ minutes: -85, status: 'in_progress' });
    expect(await roomFor(running.menteeId, running)).toEqual({ state: 'open', url });
    const over = await meeting({ minutes: -91, status: 'in_progress' });
    expect(await roomFor(over.menteeId, over)).toEqual({ state: 'none' });
  });

  it.each(['pending', 'completed'] as const)('is for nobody while %s', async (status) => {
    const ids = await meeting({ minutes: status === 'pending' ? 5 : -65, status });
    const seen = await everythingFor(ids.menteeId, ids);
    expect(JSON.stringify(seen)).not.toMatch(secrets);
  });

  it('is on its way while there is none', async () => {
    const ids = await meeting({ minutes: 5 });
    await db.delete(meetingRooms).where(eq(meetingRooms.sessionId, ids.sessionId));
    expect(await roomFor(ids.menteeId, ids)).toEqual({ state: 'preparing' });
  });
});
