import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, user, visitor } from '@/testing/bookings';
import {
  at,
  makeMember,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { db } from '../client';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { users } from '../schema/users';
import { listBookingsForMail } from './booking-mails';
import {
  type BookingFilter,
  getBookingForPerson,
  listBatch,
  listBookingEvents,
  listBookings,
  listBookingsOfSession,
} from './bookings-read';

type Asked = Partial<BookingFilter> & { limit?: number; offset?: number };

async function list(userId: string, asked: Asked = {}) {
  const page = { limit: 50, offset: 0, as: 'both', when: 'upcoming', now: monday } as const;
  return listBookings(db, { ...page, userId, ...asked });
}

async function listIds(userId: string, asked: Asked = {}) {
  return (await list(userId, asked)).rows.map((row) => row.id);
}

/** Ten o'clock on a day of the week after {@link monday}. */
const ten = (day: number) => at(`2026-11-${day}T10:00`);

async function makePair(settings: Parameters<typeof makeMentor>[0] = {}) {
  const [mentor, mentee] = [
    await makeMentor(settings),
    await makeUser({ timeZone: 'Africa/Lagos' }),
  ];
  const { mentorId, variantId } = mentor;
  const bookAt = async (day: number) =>
    (await book({ booker: user(mentee.id), mentorId, variantId, startsAt: ten(day) })).bookingId;
  return { mentor, mentorId, variantId, mentee, bookAt };
}

describe('whose bookings are listed', () => {
  it('lists a booking for its two parties, each with the other, and for nobody else', async () => {
    const { mentor, mentee, bookAt } = await makePair();
    const id = await bookAt(24);
    const stranger = await makeUser();
    const [given] = (await list(mentor.id)).rows;
    expect(given).toMatchObject({ id, viewerIsMentor: true, menteeName: mentee.name });
    expect(given).toMatchObject({ menteeTimeZone: 'Africa/Lagos', status: 'confirmed' });
    const [taken] = (await list(mentee.id)).rows;
    expect(taken).toMatchObject({ id, viewerIsMentor: false, mentorName: mentor.name });
    expect(await list(stranger.id)).toEqual({ rows: [], total: 0 });
  });

  it('tells what a person gives from what they take', async () => {
    const one = await makePair();
    const given = await one.bookAt(24);
    const other = await makeMentor();
    const { bookingId: taken } = await book({
      booker: user(one.mentorId),
      mentorId: other.mentorId,
      variantId: other.variantId,
      startsAt: ten(25),
    });
    expect(await listIds(one.mentorId)).toEqual([given, taken]);
    expect(await listIds(one.mentorId, { as: 'mentor' })).toEqual([given]);
    expect(await listIds(one.mentorId, { as: 'mentee' })).toEqual([taken]);
  });

  it('does not show an admin everybody’s bookings as their own', async () => {
    const { bookAt } = await makePair();
    await bookAt(24);
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    expect(await listIds(admin.id)).toEqual([]);
  });
});

describe('upcoming and past', () => {
  it('moves a booking from one to the other at its end, and sorts each from the present on', async () => {
    const { mentee, bookAt } = await makePair();
    const [first, second, third] = [await bookAt(24), await bookAt(25), await bookAt(26)];
    const during = at('2026-11-25T10:59');
    expect(await listIds(mentee.id, { now: during })).toEqual([second, third]);
    expect(await listIds(mentee.id, { now: during, when: 'past' })).toEqual([first]);
    const after = at('2026-11-25T11:00');
    expect(await listIds(mentee.id, { now: after })).toEqual([third]);
    expect(await listIds(mentee.id, { now: after, when: 'past' })).toEqual([second, first]);
  });

  it('counts what was called off as past, though its time is to come', async () => {
    const { mentee, bookAt } = await makePair();
    const id = await bookAt(24);
    await cancelBookings({ userId: mentee.id, bookingId: id, reason: 'ill', now: monday });
    expect(await listIds(mentee.id)).toEqual([]);
    expect(await listIds(mentee.id, { when: 'past', statuses: ['cancelled'] })).toEqual([id]);
    expect(await listIds(mentee.id, { when: 'past', statuses: ['expired'] })).toEqual([]);
  });

  it('reads a request past its deadline as expired, although nothing has marked it so', async () => {
    const { mentee, bookAt } = await makePair({ mentor: { confirmation: 'manual' } });
    const id = await bookAt(27);
    const deadline = monday.add({ hours: 48 });
    const before = deadline.subtract({ seconds: 1 });
    expect(await list(mentee.id, { now: before })).toMatchObject({
      rows: [{ id, status: 'pending' }],
    });
    expect(await listIds(mentee.id, { now: deadline })).toEqual([]);
    const past = { now: deadline, when: 'past' } as const;
    expect(await list(mentee.id, past)).toMatchObject({
      rows: [{ id, status: 'expired' }],
      total: 1,
    });
    expect(await listIds(mentee.id, { ...past, statuses: ['expired'] })).toEqual([id]);
    expect(await listIds(mentee.id, { ...past, statuses: ['pending'] })).toEqual([]);
    const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
    expect(row?.status).toBe('pending');
  });

  it('shows a mentor a hold while it lasts, and nothing of it once it has lapsed', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { bookingId } = await book({
      booker: visitor('hold@list.test'),
      mentorId,
      variantId,
      startsAt: ten(24),
    });
    const [held] = (await list(mentorId)).rows;
    expect(held).toMatchObject({ id: bookingId, status: 'held', menteeName: 'Fatou Sow' });
    const lapsed = monday.add({ minutes: 20 });
    expect(await listIds(mentorId, { now: lapsed })).toEqual([]);
    expect(await listIds(mentorId, { now: lapsed, when: 'past' })).toEqual([]);
  });
});

describe('filters and pages', () => {
  it('keeps to the days asked for, either end open', async () => {
    const { mentee, bookAt } = await makePair();
    const ids = [await bookAt(24), await bookAt(25), await bookAt(26)];
    const from = at('2026-11-25T00:00');
    const to = at('2026-11-26T00:00');
    expect(await listIds(mentee.id, { from })).toEqual(ids.slice(1));
    expect(await listIds(mentee.id, { to })).toEqual(ids.slice(0, 2));
    expect(await listIds(mentee.id, { from, to })).toEqual([ids[1]]);
  });

  it('gives one page, with the number of all', async () => {
    const { mentee, bookAt } = await makePair();
    const ids = [await bookAt(24), await bookAt(25), await bookAt(26)];
    const second = await list(mentee.id, { limit: 2, offset: 2 });
    expect(second).toMatchObject({ rows: [{ id: ids[2] }], total: 3 });
    expect(await list(mentee.id, { limit: 2, offset: 4 })).toEqual({ rows: [], total: 3 });
  });
});

describe('one booking', () => {
  it('is read by its parties and by the admins of its organization, and by nobody else', async () => {
    const organizationId = await makeOrganization({ isPublic: true });
    const { mentor, mentee, bookAt } = await makePair({ mentor: { organizationId } });
    const bookingId = await bookAt(24);
    const [admin, member, elsewhere] = [await makeUser(), await makeUser(), await makeUser()];
    await makeMember({ organizationId, userId: admin.id, role: 'admin' });
    await makeMember({ organizationId, userId: member.id, role: 'member' });
    await makeMember({ organizationId: publicOrganizationId, userId: elsewhere.id, role: 'admin' });

    const read = (userId: string) => getBookingForPerson(db, { bookingId, userId, now: monday });
    expect(await read(mentor.id)).toMatchObject({ viewerIsMentor: true, viewerIsMentee: false });
    expect(await read(mentee.id)).toMatchObject({ viewerIsMentor: false, viewerIsMentee: true });
    expect(await read(admin.id)).toMatchObject({ viewerIsMentor: false, viewerIsMentee: false });
    expect(await read(member.id)).toBeNull();
    expect(await read(elsewhere.id)).toBeNull();

    const trail = (userId: string) => listBookingEvents(db, { bookingId, userId });
    expect(await trail(mentee.id)).toMatchObject([
      { actorRole: 'mentee', actorName: mentee.name, isViewer: true, toStatus: 'confirmed' },
    ]);
    expect(await trail(mentor.id)).toMatchObject([{ isViewer: false }]);
    expect(await trail(admin.id)).toHaveLength(1);
    expect(await trail(member.id)).toEqual([]);
    expect(await trail(elsewhere.id)).toEqual([]);
  });

  it('keeps the seats of a group from each other', async () => {
    const { mentorId, variantId, bookAt } = await makePair({ service: { capacity: 5 } });
    const first = await bookAt(24);
    const other = await makeUser();
    const { bookingId: second } = await book({
      booker: user(other.id),
      mentorId,
      variantId,
      startsAt: ten(24),
    });
    expect(
      await getBookingForPerson(db, { bookingId: first, userId: other.id, now: monday }),
    ).toBeNull();
    expect(await listIds(other.id)).toEqual([second]);
    expect(await listIds(mentorId)).toHaveLength(2);
  });
});

describe('the bookings of a session', () => {
  it('are all there for its mentor, each mentee’s own for them, and none for a stranger', async () => {
    const { mentorId, variantId } = await makeMentor({ service: { capacity: 4 } });
    const [amina, issa, gone, stranger] = await Promise.all([
      makeUser({ name: 'Amina' }),
      makeUser({ name: 'Issa' }),
      makeUser(),
      makeUser(),
    ]);
    const offer = { mentorId, variantId, startsAt: ten(24) };
    const { bookingId } = await book({ booker: user(amina.id), ...offer });
    const left = await book({ booker: user(gone.id), ...offer });
    await book({ booker: user(issa.id), ...offer });
    await cancelBookings({
      userId: gone.id,
      bookingId: left.bookingId,
      reason: 'Ill',
      now: monday,
    });
    const row = await getBookingForPerson(db, { bookingId, userId: amina.id, now: monday });
    const sessionId = row?.sessionId ?? '';
    const namesFor = async (userId: string) => {
      const rows = await listBookingsOfSession(db, { sessionId, userId, now: monday });
      return rows.map(({ menteeName }) => menteeName);
    };
    expect(await namesFor(mentorId)).toEqual(['Amina', 'Issa']);
    expect(await namesFor(issa.id)).toEqual(['Issa']);
    expect(await namesFor(stranger.id)).toEqual([]);
  });
});

describe('a batch', () => {
  it('is listed in order of time for its two parties, and for nobody else', async () => {
    const { mentorId, variantId, mentee, bookAt } = await makePair();
    const alone = await bookAt(24);
    const starts = [ten(27), ten(25), ten(26)];
    const { batchId } = await book({ booker: user(mentee.id), mentorId, variantId, starts });
    if (batchId === null) throw new Error('three slots are a batch');
    const seenBy = (userId: string) => listBatch(db, { batchId, userId, now: monday });

    const seen = await seenBy(mentee.id);
    expect(seen.map(({ period }) => period.start)).toEqual([ten(25), ten(26), ten(27)]);
    expect(seen.map(({ batchCount }) => batchCount)).toEqual([3, 3, 3]);
    expect((await seenBy(mentorId)).map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    expect(await seenBy(admin.id)).toEqual([]);

    const { rows } = await list(mentee.id);
    expect(rows.map((row) => row.batchId)).toEqual([null, batchId, batchId, batchId]);
    expect(rows.find(({ id }) => id === alone)?.batchCount).toBe(0);
  });
});

describe('whether a mentor takes bookings', () => {
  it.each([
    ['takes them', {}, { isShown: true, takes: true }],
    ['is away', { takingBookings: false }, { isShown: true, takes: false }],
    [
      'is away until a day to come',
      { takingBookings: false, resumesOn: '9999-01-01' },
      { isShown: true, takes: false },
    ],
    [
      'was away until a day that has come',
      { takingBookings: false, resumesOn: '2020-01-01' },
      { isShown: true, takes: true },
    ],
    ['is unpublished', { publishedAt: null }, { isShown: false, takes: false }],
    ['is blocked', { blockedAt: monday }, { isShown: false, takes: false }],
  ])('is said of one who %s, to pages and in mails', async (_, change, expected) => {
    const { mentorId, mentee, bookAt } = await makePair();
    const id = await bookAt(24);
    const { blockedAt, ...settings } = { blockedAt: null, ...change };
    await db.update(users).set({ blockedAt }).where(eq(users.id, mentorId));
    await db
      .update(mentors)
      .set({ timeZone: 'Africa/Dakar', ...settings })
      .where(eq(mentors.userId, mentorId));
    const row = await getBookingForPerson(db, { bookingId: id, userId: mentee.id, now: monday });
    expect({ isShown: row?.mentorIsShown, takes: row?.mentorTakesBookings }).toEqual(expected);
    const [mailed] = await listBookingsForMail(db, { ids: [id] });
    expect(mailed?.mentorHandle !== null).toBe(expected.takes);
  });
});
