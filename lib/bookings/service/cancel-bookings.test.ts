import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { getSpendableCredits } from '@/db/queries/ledger';
import { book, readBooking, user } from '@/testing/bookings';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeUser, type MentorSettings, monday } from '@/testing/people';
import { cancelBookings } from './cancel-bookings';

const price = 10;
const starts = [at('2026-11-25T10:00'), at('2026-11-25T12:00'), at('2026-12-02T10:00')];
/** Past the quarter of an hour in which cancelling is free. */
const later = monday.add({ hours: 1 });

afterEach(expectLedgerAddsUp);

async function makeBatch(settings: MentorSettings = {}) {
  const { mentorId, variantId } = await makeMentor({ priceCredits: price, ...settings });
  const mentee = await makeUser();
  const wanted = { booker: user(mentee.id), mentorId, variantId, starts };
  const { batchId, bookings } = await book({ ...wanted, policy: 'all' });
  if (batchId === null) throw new Error('three slots are a batch');
  const bookingIds = bookings.map(({ bookingId }) => bookingId);
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
    expect(await getSpendableCredits(db, { userId: menteeId })).toBe(100);
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
    expect(await getSpendableCredits(db, { userId: menteeId })).toBe(100 - price);
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
