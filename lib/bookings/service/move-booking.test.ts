import { arrayContains, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { mentors } from '@/db/schema/mentors';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import {
  book,
  countCollisions,
  readBooking,
  readTrail,
  user,
  visitor,
  makeBooked,
} from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor, paid } from '@/testing/ledger';
import { at, makeMentor, makeUser, type MentorSettings, monday } from '@/testing/people';
import { confirmBooking } from './answer-request';
import { cancelBookings } from './cancel-bookings';
import { moveBooking } from './move-booking';

afterEach(expectLedgerAddsUp);

// A Friday, so that ten o'clock on Tuesday is outside a notice of a day for all of Monday.
const ten = at('2026-11-27T10:00');
const two = at('2026-11-27T14:00');
const later = monday.add({ hours: 1 });

const booked = (settings: MentorSettings = {}) =>
  makeBooked({ ...paid, ...settings, startsAt: ten });

async function join({ mentorId, variantId }: { mentorId: string; variantId: string }) {
  const { id } = await makeUser();
  const { bookingId } = await book({ booker: user(id), mentorId, variantId, startsAt: ten });
  return { menteeId: id, bookingId };
}

/** A booking of somebody who mentors another person at two. */
async function bookedByMentor() {
  const made = await booked();
  const { id } = await makeUser();
  const mentoring = await makeMentor();
  const { mentorId, variantId } = mentoring;
  await book({ booker: user(id), mentorId, variantId, startsAt: two });
  await book({
    booker: user(mentorId),
    mentorId: made.mentorId,
    variantId: made.variantId,
    startsAt: at('2026-11-27T12:00'),
  });
  const [own] = await db.select().from(bookings).where(eq(bookings.menteeId, mentorId));
  return { mentorId: made.mentorId, menteeId: mentorId, bookingId: own?.id ?? '' };
}

async function setStatus(bookingId: string, status: 'in_progress') {
  const set = { status, startedAt: later };
  await db.update(bookings).set(set).where(eq(bookings.id, bookingId));
}

async function startOf(bookingId: string) {
  return (await readBooking(bookingId)).period.start.toString().slice(0, 16);
}

async function sessionsOf(mentorId: string) {
  return db.select().from(sessions).where(eq(sessions.mentorId, mentorId));
}

async function mailsOf(bookingId: string) {
  const rows = await db
    .select()
    .from(deliveries)
    .where(arrayContains(deliveries.bookingIds, [bookingId]));
  return rows.map(({ kind }) => kind);
}

describe('a mentee alone in their session', () => {
  it('takes it along: ids stay, the sequence rises, both hear of it', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked();
    const { sessionId, reference } = await readBooking(bookingId);
    const result = await moveBooking({ userId: menteeId, bookingId, startsAt: two, now: later });
    expect(result).toMatchObject({ ok: true, value: { status: 'confirmed' } });
    expect(await readBooking(bookingId)).toMatchObject({
      sessionId,
      reference,
      sequence: 1,
      status: 'confirmed',
    });
    expect(await startOf(bookingId)).toBe('2026-11-27T14:00');
    expect(await sessionsOf(mentorId)).toMatchObject([{ sequence: 1, movedByMentorAt: null }]);
    const [, moved] = await readTrail(bookingId);
    expect(moved).toMatchObject({
      actorRole: 'mentee',
      fromStatus: 'confirmed',
      toStatus: 'confirmed',
    });
    expect(moved?.movedFromAt?.equals(ten)).toBe(true);
    expect(moved?.movedToAt?.equals(two)).toBe(true);
    expect(await mailsOf(bookingId)).toEqual(
      expect.arrayContaining(['moved_mentee', 'moved_mentor']),
    );
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
  });

  it('may move by half its length, since it is not in its own way', async () => {
    const { menteeId, bookingId } = await booked();
    const startsAt = at('2026-11-27T10:30');
    expect(await moveBooking({ userId: menteeId, bookingId, startsAt, now: later })).toMatchObject({
      ok: true,
    });
  });

  it('asks again where the mentor answers by hand', async () => {
    const { mentorId, menteeId, bookingId } = await booked({ mentor: { confirmation: 'manual' } });
    await confirmBooking({ userId: mentorId, bookingId, now: monday });
    expect(
      await moveBooking({ userId: menteeId, bookingId, startsAt: two, now: later }),
    ).toMatchObject({
      ok: true,
      value: { status: 'pending' },
    });
    const { status, expiresAt } = await readBooking(bookingId);
    expect(status).toBe('pending');
    expect(expiresAt?.toString()).toBe(later.add({ hours: 48 }).toString());
    expect((await mailsOf(bookingId)).filter((kind) => kind === 'booked_mentor')).toHaveLength(3);
  });

  it('joins a group that is there, and leaves no session behind', async () => {
    const group = { service: { capacity: 3 } };
    const { mentorId, variantId, menteeId, bookingId } = await booked(group);
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: two });
    expect(
      await moveBooking({ userId: menteeId, bookingId, startsAt: two, now: later }),
    ).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ seat: 1 });
    const active = (await sessionsOf(mentorId)).filter((session) => session.active);
    expect(active).toHaveLength(1);
  });
});

describe('a mentee in a group', () => {
  it('leaves the others where they are', async () => {
    const first = await booked({ service: { capacity: 3 } });
    const second = await join(first);
    const { menteeId, bookingId } = second;
    expect(
      await moveBooking({ userId: menteeId, bookingId, startsAt: two, now: later }),
    ).toMatchObject({ ok: true });
    expect(await startOf(first.bookingId)).toBe('2026-11-27T10:00');
    expect(await startOf(bookingId)).toBe('2026-11-27T14:00');
    expect(await readBooking(bookingId)).toMatchObject({ seat: 0, sequence: 1 });
    expect(await sessionsOf(first.mentorId)).toHaveLength(2);
  });
});

/** Tries a move that must be refused, and leaves the booking where it was. */
async function moving(values: {
  startsAt?: ReturnType<typeof at>;
  now?: typeof monday;
  settings?: MentorSettings;
}) {
  const { menteeId, bookingId } = await booked(values.settings);
  const result = await moveBooking({
    userId: menteeId,
    bookingId,
    startsAt: values.startsAt ?? two,
    now: values.now ?? later,
  });
  expect(await startOf(bookingId)).toBe('2026-11-27T10:00');
  return result;
}

describe('a mentee is refused', () => {
  it('inside the notice, but not within 15 minutes of booking', async () => {
    const settings = { mentor: { moveNoticeMinutes: 7 * 24 * 60 } };
    expect(await moving({ settings })).toMatchObject({ reason: 'too_late' });
    const { menteeId, bookingId } = await booked({ mentor: { moveNoticeMinutes: 24 * 60 } });
    const move = { userId: menteeId, bookingId, startsAt: two };
    const end = ten.subtract({ hours: 24 });
    expect(await moveBooking({ ...move, now: end })).toMatchObject({ reason: 'too_late' });
    const before = end.subtract({ milliseconds: 1 });
    expect(await moveBooking({ ...move, now: before })).toMatchObject({ ok: true });
    const fresh = await booked(settings);
    const inGrace = { userId: fresh.menteeId, bookingId: fresh.bookingId, startsAt: two };
    expect(await moveBooking({ ...inGrace, now: monday.add({ minutes: 14 }) })).toMatchObject({
      ok: true,
    });
  });

  it('after the start, to the past, and to where it is', async () => {
    expect(await moving({ now: ten })).toMatchObject({ reason: 'already_started' });
    expect(await moving({ startsAt: at('2026-11-22T10:00') })).toMatchObject({ reason: 'in_past' });
    expect(await moving({ startsAt: ten })).toMatchObject({ reason: 'same_time' });
  });

  it('where nothing is offered, with the nearest times that are', async () => {
    const result = await moving({ startsAt: at('2026-11-27T18:00') });
    expect(result).toMatchObject({ reason: 'not_offered' });
    expect(!result.ok && result.alternatives).toHaveLength(3);
  });

  it('where another has booked, or they have something themselves', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked();
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: two });
    const move = { userId: menteeId, bookingId, now: later };
    expect(await moveBooking({ ...move, startsAt: two })).toMatchObject({ reason: 'slot_taken' });
    const elsewhere = await makeMentor();
    const own = { mentorId: elsewhere.mentorId, variantId: elsewhere.variantId };
    const noon = { booker: user(menteeId), ...own, startsAt: at('2026-11-27T12:00') };
    const { bookingId: ownId } = await book(noon);
    const overNoon = { ...move, startsAt: at('2026-11-27T12:30') };
    expect(await moveBooking(overNoon)).toMatchObject({ reason: 'overlaps_yours' });
    await cancelBookings({ userId: menteeId, bookingId: ownId, reason: 'Ill', now: monday });
    expect(await moveBooking(overNoon)).toMatchObject({ ok: true });
  });

  it('once they are blocked, and while the mentor takes no bookings', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const move = { userId: menteeId, bookingId, startsAt: two, now: later };
    const set = { takingBookings: false };
    await db.update(mentors).set(set).where(eq(mentors.userId, mentorId));
    expect(await moveBooking(move)).toMatchObject({ reason: 'not_taking_bookings' });
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, menteeId));
    expect(await moveBooking(move)).toMatchObject({ reason: 'blocked' });
  });

  it('when it is somebody else’s, or cancelled', async () => {
    const { menteeId, bookingId } = await booked();
    const stranger = await makeUser();
    const move = { bookingId, startsAt: two, now: later };
    expect(await moveBooking({ userId: stranger.id, ...move })).toMatchObject({
      reason: 'not_found',
    });
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    expect(await moveBooking({ userId: menteeId, ...move })).toMatchObject({
      reason: 'not_allowed',
    });
  });
});

describe('a mentor', () => {
  it('takes everybody along, holds too, and lifts the notices', async () => {
    const first = await booked({ service: { capacity: 3 } });
    const second = await join(first);
    const { mentorId, variantId } = first;
    const held = await book({
      booker: visitor('held@move.test'),
      mentorId,
      variantId,
      startsAt: ten,
    });
    const now = monday.add({ minutes: 10 });
    const move = { userId: mentorId, bookingId: second.bookingId, startsAt: two, now };
    expect(await moveBooking(move)).toMatchObject({ ok: true });
    for (const { bookingId } of [first, second, held]) {
      expect(await startOf(bookingId)).toBe('2026-11-27T14:00');
      expect(await readBooking(bookingId)).toMatchObject({ sequence: 1 });
    }
    expect(await mailsOf(first.bookingId)).toContain('moved_mentee');
    expect(await mailsOf(held.bookingId)).not.toContain('moved_mentee');
    const late = {
      userId: first.menteeId,
      bookingId: first.bookingId,
      now: at('2026-11-27T13:00'),
    };
    const again = await moveBooking({ ...late, startsAt: at('2026-11-27T16:00') });
    expect(again).toMatchObject({ ok: true });
  });

  it('says the new time by the clock of their zone', async () => {
    const made = await booked({ mentor: { timeZone: 'Africa/Nairobi' } });
    const { mentorId: userId, bookingId } = made;
    const startsAt = Temporal.PlainDateTime.from('2026-11-27T17:00');
    const result = await moveBooking({ userId, bookingId, startsAt, now: later });
    expect(result).toMatchObject({ ok: true });
    expect(await startOf(bookingId)).toBe('2026-11-27T14:00');
  });

  it('may go outside windows, notice, horizon and caps', async () => {
    const { mentorId, bookingId } = await booked({
      mentor: { minimumNoticeMinutes: 60, horizonDays: 10, maxSessionsPerDay: 1 },
    });
    for (const startsAt of [
      at('2026-11-27T20:00'),
      at('2027-01-10T03:00'),
      later.add({ minutes: 5 }),
    ]) {
      const now = later;
      expect(await moveBooking({ userId: mentorId, bookingId, startsAt, now })).toMatchObject({
        ok: true,
      });
    }
  });

  it('brings a request’s deadline forward with its start', async () => {
    const { mentorId, bookingId } = await booked({ mentor: { confirmation: 'manual' } });
    const startsAt = monday.add({ hours: 5 });
    await moveBooking({ userId: mentorId, bookingId, startsAt, now: later });
    const { status, expiresAt } = await readBooking(bookingId);
    expect(status).toBe('pending');
    expect(expiresAt?.equals(startsAt)).toBe(true);
  });

  it('is refused on busy time, buffers counted, and onto another session', async () => {
    const { mentorId, variantId, bookingId } = await booked({
      mentor: { bufferAfterMinutes: 15 },
      timeOff: [{ start: at('2026-11-28T00:00'), end: at('2026-11-29T00:00') }],
    });
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: two });
    const move = { userId: mentorId, bookingId, now: later };
    for (const time of [
      '2026-11-27T14:00',
      '2026-11-27T13:00',
      '2026-11-27T15:10',
      '2026-11-28T10:00',
    ]) {
      expect(await moveBooking({ ...move, startsAt: at(time) })).toMatchObject({
        reason: 'slot_taken',
      });
    }
    expect(await moveBooking({ ...move, startsAt: at('2026-11-27T15:15') })).toMatchObject({
      ok: true,
    });
  });

  it('is refused where one of the mentees has something else', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const elsewhere = await makeMentor();
    const own = { mentorId: elsewhere.mentorId, variantId: elsewhere.variantId };
    await book({ booker: user(menteeId), ...own, startsAt: two });
    const move = { userId: mentorId, bookingId, startsAt: at('2026-11-27T14:30'), now: later };
    expect(await moveBooking(move)).toMatchObject({ reason: 'mentee_busy' });
  });

  it('is refused where one of the mentees mentors somebody', async () => {
    const { mentorId, menteeId, bookingId } = await bookedByMentor();
    const move = { bookingId, startsAt: two, now: later };
    expect(await moveBooking({ ...move, userId: mentorId })).toMatchObject({
      reason: 'mentee_busy',
    });
    expect(await moveBooking({ ...move, userId: menteeId })).toMatchObject({
      reason: 'overlaps_yours',
    });
  });

  it('is refused by way of any seat once somebody’s session is under way', async () => {
    const started = await booked({ service: { capacity: 3 } });
    const { bookingId: waiting } = await join(started);
    await setStatus(started.bookingId, 'in_progress');
    const move = { userId: started.mentorId, bookingId: waiting, startsAt: two, now: later };
    expect(await moveBooking(move)).toMatchObject({ reason: 'not_allowed' });
    expect(await startOf(waiting)).toBe('2026-11-27T10:00');
  });
});

describe('at once', () => {
  it('two moves to one slot: one has it', async () => {
    const mentor = await makePaidMentor();
    const { mentorId, variantId } = mentor;
    for (let day = 1; day <= 6; day += 1) {
      const [first, second] = [await makeUser(), await makeUser()];
      const booking = async (menteeId: string, hour: string) =>
        (
          await book({
            booker: user(menteeId),
            mentorId,
            variantId,
            startsAt: at(`2026-12-0${day}T${hour}:00`),
          })
        ).bookingId;
      const ids = [await booking(first.id, '09'), await booking(second.id, '11')] as const;
      const startsAt = at(`2026-12-0${day}T14:00`);
      const results = await Promise.all([
        moveBooking({ userId: first.id, bookingId: ids[0], startsAt, now: later }),
        moveBooking({ userId: second.id, bookingId: ids[1], startsAt, now: later }),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    }
    expect(await countCollisions()).toBe(0);
  });

  it('a mentor’s move, a mentee’s move and a newcomer leave everybody in one place', async () => {
    for (let day = 1; day <= 6; day += 1) {
      const mentor = await makeMentor({ service: { capacity: 2 } });
      const { mentorId, variantId } = mentor;
      const [first, second] = [await makeUser(), await makeUser()];
      const startsAt = at(`2026-12-0${day}T10:00`);
      const wanted = { mentorId, variantId, startsAt };
      const { bookingId } = await book({ booker: user(first.id), ...wanted });
      const to = at(`2026-12-0${day}T13:00`);
      const other = at(`2026-12-0${day}T15:00`);
      await Promise.all([
        moveBooking({ userId: mentorId, bookingId, startsAt: to, now: later }),
        moveBooking({ userId: first.id, bookingId, startsAt: other, now: later }),
        book({ booker: user(second.id), ...wanted }).catch(() => null),
        cancelBookings({ userId: first.id, bookingId, reason: 'Ill', now: later }),
      ]);
      const left = (await sessionsOf(mentorId)).filter((session) => session.active);
      expect(left.length).toBeLessThanOrEqual(1);
    }
    expect(await countCollisions()).toBe(0);
  });
});
