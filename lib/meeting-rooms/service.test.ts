import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { claimJitsiRooms, deleteOldRooms } from '@/db/queries/meeting-rooms';
import type { bookings } from '@/db/schema/bookings';
import { meetingRooms } from '@/db/schema/meeting-rooms';
import { mentors } from '@/db/schema/mentors';
import { sessions } from '@/db/schema/sessions';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { book, readBooking, user } from '@/testing/bookings';
import { makeBooking } from '@/testing/deliveries';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { startWhereby } from '@/testing/whereby';
import { prepareRooms } from './service';

let server: Awaited<ReturnType<typeof startWhereby>>;
beforeAll(async () => {
  server = await startWhereby();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.behave('make a room');
  server.requests.length = 0;
  // Nobody else's need a room.
  await db.delete(meetingRooms);
  await db.update(mentors).set({ videoUrl: 'https://meet.example.test/mine' });
});

const jitsiBaseUrl = 'https://jitsi.example.test';
const start = at('2026-11-24T15:00');
const before = monday.subtract({ minutes: 1 });

interface Run {
  now?: Temporal.Instant;
  seconds?: number;
  bookingIds?: string[];
  /** Without Whereby's key. */
  keyless?: boolean;
}

async function run({ now = monday, seconds = 10, bookingIds, keyless = false }: Run = {}) {
  const startedMs = performance.now();
  const { counts, hasMore } = await prepareRooms({
    clock: () => now.add({ milliseconds: Math.round(performance.now() - startedMs) }),
    endsAt: now.add({ seconds }),
    bookingIds: bookingIds ?? null,
    sources: { jitsiBaseUrl, whereby: keyless ? null : server.whereby },
  });
  const { made = 0, improved = 0, failed = 0, late = 0 } = counts;
  return { made, improved, failed, late, hasMore };
}

/** A booking of tomorrow from 15:00 to 16:00, by video and confirmed unless said otherwise. */
async function booked(values: Partial<typeof bookings.$inferInsert> = {}) {
  const { booking, mentor, mentee } = await makeBooking(values);
  return {
    bookingId: booking.id,
    sessionId: booking.sessionId,
    mentor,
    menteeId: mentee?.id ?? '',
  };
}

async function room(sessionId: string) {
  const rooms = await db.select().from(meetingRooms).where(eq(meetingRooms.sessionId, sessionId));
  return rooms[0] ?? null;
}

const nothing = { made: 0, improved: 0, failed: 0, late: 0, hasMore: false };
const jitsi = { provider: 'jitsi', url: expect.stringMatching(`^${jitsiBaseUrl}/baobab-`) };
const whereby = { provider: 'whereby', url: expect.stringMatching('whereby.test') };

describe('a session by video', () => {
  it('gets a room at Jitsi when there is no key', async () => {
    const { sessionId } = await booked();
    expect(await run({ keyless: true })).toEqual({ ...nothing, made: 1 });
    const made = await room(sessionId);
    expect(made).toMatchObject({ ...jitsi, hostUrl: '', lastsUntilAt: null });
    expect(server.requests).toEqual([]);
    expect(await run({ keyless: true })).toEqual(nothing);
    expect(await room(sessionId)).toEqual(made);
  });

  it('gets one at Whereby when there is, for longer than it lasts', async () => {
    const { sessionId } = await booked();
    expect(await run()).toEqual({ ...nothing, made: 1, improved: 1 });
    const made = await room(sessionId);
    expect(made).toMatchObject({ ...whereby, lastsUntilAt: start.add({ minutes: 90 }) });
    expect(made?.hostUrl).toBe(`${made?.url}?roomKey=host`);
    expect(await run()).toEqual(nothing);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body).toMatchObject({ endDate: '2026-11-24T16:30:00Z' });
  });

  it('gets Whereby’s also when the key came later', async () => {
    const { sessionId } = await booked();
    await run({ keyless: true });
    expect(await run({ now: monday.add({ hours: 3 }) })).toMatchObject({ made: 0, improved: 1 });
    expect(await room(sessionId)).toMatchObject(whereby);
  });

  it('keeps what it has when it is about to start', async () => {
    const { sessionId } = await booked();
    const soon = start.subtract({ minutes: 10 });
    expect(await run({ now: soon })).toEqual({ ...nothing, made: 1 });
    expect(await room(sessionId)).toMatchObject(jitsi);
    expect(server.requests).toEqual([]);
  });

  it('keeps what it has when the better one comes after people could come in', async () => {
    const { sessionId } = await booked();
    let now = start.subtract({ minutes: 11 });
    server.behave('make a room', async () => {
      now = now.add({ minutes: 1 });
    });
    const sources = { jitsiBaseUrl, whereby: server.whereby };
    const { counts } = await prepareRooms({ clock: () => now, endsAt: start, sources });
    expect(counts).toMatchObject({ made: 1, improved: 0, late: 1 });
    expect(await room(sessionId)).toMatchObject(jitsi);
  });

  it('shares one room between all of its seats', async () => {
    const mentor = await makeMentor({ service: { capacity: 5 } });
    const [one, other] = [await makeUser(), await makeUser()];
    const slot = { mentorId: mentor.mentorId, variantId: mentor.variantId, startsAt: start };
    await book({ booker: user(one.id), ...slot });
    await book({ booker: user(other.id), ...slot });
    expect(await run()).toMatchObject({ made: 1, improved: 1 });
    expect(server.requests[0]?.body).toMatchObject({ roomMode: 'group' });
  });
});

describe('no room is made', () => {
  it.each(['held', 'pending', 'cancelled', 'completed', 'expired'] as const)(
    'for one that is %s',
    async (status) => {
      await booked({
        status,
        expiresAt: monday.add({ minutes: 20 }),
        ...(status === 'completed' && { completedAt: monday }),
        ...(status === 'expired' && { expiredAt: monday }),
      });
      expect(await run()).toEqual(nothing);
    },
  );

  it.each(['phone', 'in_person'] as const)('for one that is %s', async (format) => {
    const { sessionId } = await booked();
    await db.update(sessions).set({ format }).where(eq(sessions.id, sessionId));
    expect(await run()).toEqual(nothing);
  });

  it('for one that is over', async () => {
    await booked();
    expect(await run({ now: start.add({ hours: 1 }) })).toEqual(nothing);
  });

  it('for a mentor who has a link of their own', async () => {
    const { mentor } = await booked();
    const own = { videoUrl: 'https://meet.example.test/own' };
    await db.update(mentors).set(own).where(eq(mentors.userId, mentor.mentorId));
    expect(await run()).toEqual(nothing);
  });

  it('for others than the bookings that are asked for', async () => {
    const [one, other] = [await booked(), await booked()];
    expect(await run({ bookingIds: [one.bookingId] })).toMatchObject({ made: 1, improved: 1 });
    expect(await room(other.sessionId)).toBeNull();
    expect(await run({ bookingIds: [] })).toEqual(nothing);
  });
});

describe('while Whereby fails', () => {
  it.each([
    ['unavailable', { status: 500 }],
    ['refused', { status: 401 }],
    ['busy', { status: 429, headers: { 'retry-after': '600' } }],
    ['malformed', { status: 201, body: '<html>' }],
    ['malformed', { status: 201, body: { roomUrl: 42 } }],
    ['no_answer', 'say nothing'],
    ['no_answer', 'hang up'],
  ] as const)(
    '(%s) a booking has a room all the same, and a better one later',
    async (failure, behaviour) => {
      server.behave(behaviour);
      const { sessionId, bookingId } = await booked();
      expect(await run()).toMatchObject({ made: 1, improved: 0, failed: 1 });
      const fallback = await room(sessionId);
      expect(fallback).toMatchObject({ ...jitsi, failure, failures: 1, leasedUntil: null });
      expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
      server.behave('make a room');
      // Not again within the pause, and after it.
      expect(await run({ now: monday.add({ seconds: 50 }) })).toEqual(nothing);
      const later = monday.add({ minutes: failure === 'busy' ? 11 : 2 });
      expect(await run({ now: later })).toEqual({ ...nothing, improved: 1 });
      expect(await room(sessionId)).toMatchObject({ ...whereby, failure: null, failures: 0 });
    },
  );

  it('is left alone once it has said what goes for all', async () => {
    server.behave({ status: 429 });
    for (let count = 0; count < 12; count += 1) await booked();
    expect(await run()).toMatchObject({ made: 12, improved: 0, failed: 5 });
    expect(server.requests).toHaveLength(5);
  });

  it('ends in time, and says that more is waiting', async () => {
    server.behave('say nothing');
    for (let count = 0; count < 12; count += 1) await booked();
    expect(await run({ seconds: 5 })).toMatchObject({ made: 12, failed: 5, hasMore: true });
  });

  it('is asked for each when there is time', async () => {
    for (let count = 0; count < 12; count += 1) await booked();
    expect(await run()).toEqual({ ...nothing, made: 12, improved: 12 });
  });
});

describe('two runs at once', () => {
  it('make one room for each session', async () => {
    const made = [await booked(), await booked(), await booked()];
    const runs = await Promise.all(Array.from({ length: 4 }, () => run()));
    expect(runs.reduce((sum, counts) => sum + counts.made, 0)).toBe(3);
    expect(runs.reduce((sum, counts) => sum + counts.improved, 0)).toBe(3);
    expect(server.requests).toHaveLength(3);
    for (const { sessionId } of made) expect(await room(sessionId)).toMatchObject(whereby);
  });

  it('pass over what the other has, and take it over once its lease has run out', async () => {
    const { sessionId } = await booked();
    await run({ keyless: true, now: before });
    const leasedUntil = monday.add({ seconds: 60 });
    await claimJitsiRooms(db, { now: monday, startsAfter: monday, leasedUntil, limit: 5 });
    expect(await run({ now: monday.add({ seconds: 30 }) })).toEqual(nothing);
    expect(await run({ now: leasedUntil })).toMatchObject({ improved: 1 });
    expect(await room(sessionId)).toMatchObject(whereby);
  });

  it('keep the room of the one that still holds its claim', async () => {
    const { sessionId } = await booked();
    await run({ keyless: true, now: before });
    let others = 0;
    // While the first waits, it counts as dead, and the second finishes.
    server.behave('make a room', async () => {
      server.behave('make a room');
      others = (await run({ now: monday.add({ minutes: 5 }) })).improved;
    });
    const sources = { jitsiBaseUrl, whereby: server.whereby };
    const endsAt = monday.add({ seconds: 10 });
    const { counts } = await prepareRooms({ clock: () => monday, endsAt, sources });
    expect(others).toBe(1);
    expect(counts).toMatchObject({ improved: 0, late: 1 });
    expect((await room(sessionId))?.madeAt.since(monday).total('minutes')).toBeCloseTo(5, 1);
  });
});

/** A session with a room at Whereby that its mentor has moved since. */
async function movedTo(startsAt: Temporal.Instant) {
  const mentor = await makeMentor();
  const { id } = await makeUser();
  const { mentorId, variantId } = mentor;
  const { bookingId } = await book({ booker: user(id), mentorId, variantId, startsAt: start });
  const { sessionId } = await readBooking(bookingId);
  await run();
  const first = await room(sessionId);
  const moved = await moveBooking({ userId: mentorId, bookingId, startsAt, now: monday });
  expect(moved.ok).toBe(true);
  return { sessionId, first };
}

describe('a session that is moved', () => {
  it('gets another room when its own does not last', async () => {
    const { sessionId, first } = await movedTo(at('2026-11-27T10:00'));
    expect(await run()).toEqual({ ...nothing, made: 1, improved: 1 });
    const after = await room(sessionId);
    expect(after).toMatchObject({ ...whereby, lastsUntilAt: at('2026-11-27T11:30') });
    expect(after?.url).not.toBe(first?.url);
  });

  it('meets at Jitsi while Whereby gives none', async () => {
    const { sessionId } = await movedTo(at('2026-11-27T10:00'));
    server.behave({ status: 503 });
    expect(await run()).toMatchObject({ made: 1, failed: 1 });
    expect(await room(sessionId)).toMatchObject({ ...jitsi, hostUrl: '', lastsUntilAt: null });
  });

  it('keeps its room when that lasts', async () => {
    const { sessionId, first } = await movedTo(at('2026-11-24T09:00'));
    expect(await run()).toEqual(nothing);
    expect(await room(sessionId)).toEqual(first);
  });

  it('does not get the room that was being made for its old time', async () => {
    const { sessionId, bookingId, mentor } = await booked();
    await run({ keyless: true, now: before });
    const startsAt = at('2026-11-27T10:00');
    server.behave('make a room', async () => {
      server.behave('make a room');
      await moveBooking({ userId: mentor.mentorId, bookingId, startsAt, now: monday });
    });
    expect(await run()).toMatchObject({ late: 1, improved: 0 });
    expect(await room(sessionId)).toMatchObject(jitsi);
    expect(await run({ now: monday.add({ minutes: 2 }) })).toMatchObject({ improved: 1 });
    expect(await room(sessionId)).toMatchObject({ lastsUntilAt: at('2026-11-27T11:30') });
  });
});

describe('a request', () => {
  it('gets its room when it is accepted, and none when it is called off before', async () => {
    const mentor = await makeMentor({ mentor: { confirmation: 'manual' } });
    const { mentorId, variantId } = mentor;
    const { id: menteeId } = await makeUser();
    const slot = { booker: user(menteeId), mentorId, variantId };
    const accepted = await book({ ...slot, startsAt: start });
    const declined = await book({ ...slot, startsAt: start.add({ hours: 1 }) });
    expect(await run()).toEqual(nothing);
    const { bookingId } = accepted;
    const act = { userId: mentorId, now: monday };
    await confirmBooking({ ...act, bookingId });
    await cancelBookings({ ...act, bookingId: declined.bookingId, reason: 'Ill' });
    expect(await run({ bookingIds: [bookingId, declined.bookingId] })).toMatchObject({ made: 1 });
    expect(await room((await readBooking(bookingId)).sessionId)).toMatchObject(whereby);
  });
});

describe('deleteOldRooms', () => {
  it('removes those of sessions that were over before then', async () => {
    const { sessionId } = await booked();
    await run();
    const end = start.add({ hours: 1 });
    expect(await deleteOldRooms(db, { before: end, limit: 10 })).toBe(0);
    const after = end.add({ seconds: 1 });
    expect(await deleteOldRooms(db, { before: after, limit: 10 })).toBe(1);
    expect(await room(sessionId)).toBeNull();
  });
});
