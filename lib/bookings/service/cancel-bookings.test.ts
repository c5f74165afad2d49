import { afterEach, describe, expect, it } from 'vitest';
import { arrayOverlaps, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { listBookingsForMail } from '@/db/queries/booking-mails';
import { bookings } from '@/db/schema/bookings';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { book, readBooking, user } from '@/testing/bookings';
import { creditsOf, expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeUser, type MentorSettings, monday } from '@/testing/people';
import { cancelBookings, cancelSession } from './cancel-bookings';

const price = 10;
const starts = [at('2026-11-25T10:00'), at('2026-11-25T12:00'), at('2026-12-02T10:00')];
/** Past the quarter of an hour in which cancelling is free. */
const later = monday.add({ hours: 1 });

afterEach(expectLedgerAddsUp);

async function makeBatch(settings: MentorSettings = {}) {
  const { mentorId, variantId } = await makeMentor({ priceCredits: price, ...settings });
  const mentee = await makeUser();
  const wanted = { booker: user(mentee.id), mentorId, variantId, starts };
  const { batchId, bookings: made } = await book({ ...wanted, policy: 'all' });
  if (batchId === null) throw new Error('three slots are a batch');
  const bookingIds = made.map(({ bookingId }) => bookingId);
  return { mentorId, variantId, menteeId: mentee.id, batchId, bookingIds };
}

async function statusesOf(ids: string[]) {
  return (await Promise.all(ids.map(readBooking))).map(({ status }) => status);
}

describe('cancelBookings', () => {
  it('cancels all of it for its mentee, and gives the credits back', async () => {
    const { batchId, menteeId, bookingIds } = await makeBatch();
    const asked = { userId: menteeId, batchId, reason: 'Ill', now: later };
    expect(await cancelBookings(asked)).toMatchObject({
      ok: true,
      value: { bookingIds, keptCredits: 0 },
    });
    expect(await statusesOf(bookingIds)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await creditsOf(menteeId)).toBe(100);
    expect(await readBooking(bookingIds[0] ?? '')).toMatchObject({
      cancelledBy: 'mentee',
      cancelReason: 'Ill',
      sequence: 1,
    });
  });

  it('keeps what the mentor’s terms say of those that are late', async () => {
    const { batchId, menteeId } = await makeBatch({
      mentor: { cancelNoticeMinutes: 48 * 60, lateCancelPercent: 50 },
    });
    // Two of three sessions start in less than 48 hours.
    const now = at('2026-11-24T08:00');
    expect(await cancelBookings({ userId: menteeId, batchId, reason: 'Ill', now })).toMatchObject({
      ok: true,
      value: { keptCredits: price },
    });
    expect(await creditsOf(menteeId)).toBe(100 - price);
  });

  it('leaves alone what has started or is called off already', async () => {
    const { batchId, menteeId, mentorId, bookingIds } = await makeBatch();
    const [, second = '', third = ''] = bookingIds;
    await cancelBookings({ userId: menteeId, bookingId: third, reason: 'No time', now: later });
    const now = at('2026-11-25T10:30');
    expect(await cancelBookings({ userId: mentorId, batchId, reason: 'Ill', now })).toMatchObject({
      ok: true,
      value: { bookingIds: [second] },
    });
    expect(await statusesOf(bookingIds)).toEqual(['confirmed', 'cancelled', 'cancelled']);
    expect(await cancelBookings({ userId: mentorId, batchId, reason: 'Ill', now })).toMatchObject({
      ok: false,
      reason: 'nothing_left',
    });
  });

  it('is for its two parties alone', async () => {
    const { batchId, bookingIds } = await makeBatch();
    const stranger = await makeUser();
    const asked = { batchId, reason: 'Mine now', now: later };
    expect(await cancelBookings({ ...asked, userId: stranger.id })).toMatchObject({
      reason: 'not_found',
    });
    expect(await statusesOf(bookingIds)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('and a single cancellation at the same time: each session is cancelled once', async () => {
    const { batchId, menteeId, mentorId, variantId, bookingIds } = await makeBatch();
    const [first = ''] = bookingIds;
    const somebody = await makeUser();
    await Promise.all([
      cancelBookings({ userId: menteeId, batchId, reason: 'Ill', now: later }),
      cancelBookings({ userId: mentorId, bookingId: first, reason: 'Away', now: later }),
      cancelBookings({ userId: mentorId, batchId, reason: 'Away', now: later }),
    ]);
    expect(await statusesOf(bookingIds)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect((await readBooking(first)).sequence).toBe(1);
    // The time is free again.
    const again = { booker: user(somebody.id), mentorId, variantId, now: later };
    for (const startsAt of starts) await book({ ...again, startsAt });
  });
});

/** Three in one session, and what calls it off by the second of them. */
async function makeGroup() {
  const settings = { priceCredits: price, service: { capacity: 3 } };
  const { mentorId, variantId } = await makeMentor(settings);
  const people = await Promise.all(
    ['Awa', 'Ben', 'Chi'].map((name) => makeUser({ name, emailVerified: new Date() })),
  );
  const bookingIds: string[] = [];
  for (const { id } of people) {
    const wanted = { booker: user(id), mentorId, variantId, startsAt: starts[0] ?? monday };
    bookingIds.push((await book(wanted)).bookingId);
  }
  const asked = { bookingId: bookingIds[1] ?? '', reason: 'I am ill', now: later };
  return { mentorId, variantId, menteeIds: people.map(({ id }) => id), bookingIds, asked };
}

describe('cancelSession', () => {
  it('calls all of a group off, at no cost to anybody; its mentor hears of it once', async () => {
    const { mentorId, menteeIds, bookingIds, asked } = await makeGroup();
    const result = await cancelSession({ ...asked, userId: mentorId });
    expect(result).toMatchObject({ ok: true, value: { keptCredits: 0 } });
    expect(await statusesOf(bookingIds)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    for (const userId of menteeIds) {
      expect(await creditsOf(userId)).toBe(100);
    }
    const { sessionId } = await readBooking(asked.bookingId);
    const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session).toMatchObject({ active: false });
    const mails = await db
      .select()
      .from(deliveries)
      .where(arrayOverlaps(deliveries.bookingIds, bookingIds));
    const kinds = mails.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'cancelled_mentee')).toHaveLength(3);
    const toMentor = mails.filter(({ kind }) => kind === 'cancelled_mentor');
    expect(toMentor).toHaveLength(1);
    expect(await listBookingsForMail(db, { ids: toMentor[0]?.bookingIds ?? [] })).toMatchObject([
      { attendees: ['Awa', 'Ben', 'Chi'] },
    ]);
  });

  it('names only those who were called off together', async () => {
    const { mentorId, menteeIds, asked, bookingIds } = await makeGroup();
    const [first = ''] = bookingIds;
    const [userId = ''] = menteeIds;
    await cancelBookings({ userId, bookingId: first, reason: 'Ill', now: later });
    await cancelSession({ ...asked, userId: mentorId, now: later.add({ minutes: 1 }) });
    expect(await listBookingsForMail(db, { ids: [first] })).toMatchObject([{ attendees: ['Awa'] }]);
    expect(await listBookingsForMail(db, { ids: [asked.bookingId] })).toMatchObject([
      { attendees: ['Ben', 'Chi'] },
    ]);
  });

  it('is the mentor’s to do, before it has begun', async () => {
    const { mentorId, menteeIds, asked, bookingIds } = await makeGroup();
    const [, userId = ''] = menteeIds;
    expect(await cancelSession({ ...asked, userId })).toMatchObject({ reason: 'not_allowed' });
    const stranger = await makeMentor();
    expect(await cancelSession({ ...asked, userId: stranger.mentorId })).toMatchObject({
      reason: 'not_found',
    });
    const started = starts[0]?.add({ minutes: 1 }) ?? later;
    const begun = await cancelSession({ ...asked, userId: mentorId, now: started });
    expect(begun.ok).toBe(false);
    expect(new Set(await statusesOf(bookingIds))).toEqual(new Set(['confirmed']));
  });

  it('is refused by way of any seat once somebody’s session is under way', async () => {
    const { mentorId, bookingIds, asked } = await makeGroup();
    const [first = '', second = ''] = bookingIds;
    const set = { status: 'in_progress', startedAt: later } as const;
    await db.update(bookings).set(set).where(eq(bookings.id, first));
    const refusal = await cancelSession({ ...asked, userId: mentorId, bookingId: second });
    expect(refusal).toMatchObject({ reason: 'not_allowed' });
    expect(await statusesOf([first, second])).toEqual(['in_progress', 'confirmed']);
  });
});
