import { inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { book, countRows, order, readBooking, user, visitor } from '@/testing/bookings';
import { mailsOf } from '@/testing/deliveries';
import { creditsOf, expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeUser, type MentorSettings, monday } from '@/testing/people';
import { orderSlots } from './order-slots';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';

const price = 10;
const welcome = 100;
const ten = at('2026-11-25T10:00');
const noon = at('2026-11-25T12:00');
const nextDay = at('2026-11-26T10:00');

afterEach(expectLedgerAddsUp);

async function makePair(settings: MentorSettings = {}) {
  const mentor = await makeMentor({ priceCredits: price, ...settings });
  const mentee = await makeUser();
  const { mentorId, variantId } = mentor;
  const others = async (startsAt: typeof ten) =>
    book({ booker: user((await makeUser()).id), mentorId, variantId, startsAt });
  return {
    mentor,
    menteeId: mentee.id,
    pair: { booker: user(mentee.id), mentorId, variantId },
    others,
  };
}

const text = (start: Temporal.Instant) => start.toString().slice(5, 16);

describe('several slots', () => {
  it('are booked in one request, with one batch and the price of each', async () => {
    const { pair, menteeId } = await makePair();
    const result = await orderSlots(order({ ...pair, starts: [nextDay, ten, noon] }));
    expect(result).toMatchObject({
      ok: true,
      value: {
        failures: [],
        bookings: [
          { index: 0, status: 'confirmed' },
          { index: 1, status: 'confirmed' },
          { index: 2, status: 'confirmed' },
        ],
      },
    });
    if (!result.ok) return;
    const { bookings: made } = result.value;
    expect(made.map(({ startsAt }) => text(startsAt))).toEqual([nextDay, ten, noon].map(text));
    const ids = result.value.bookings.map(({ bookingId }) => bookingId);
    const rows = await db.select().from(bookings).where(inArray(bookings.id, ids));
    expect(new Set(rows.map(({ batchId }) => batchId))).toEqual(new Set([result.value.batchId]));
    expect(rows.map(({ chargedCredits }) => chargedCredits)).toEqual([price, price, price]);
    expect(await creditsOf(menteeId)).toBe(welcome - 3 * price);
  });

  it('join the groups that are there', async () => {
    const { pair, others } = await makePair({ service: { capacity: 3 } });
    const { bookingId } = await others(ten);
    const result = await orderSlots(order({ ...pair, starts: [ten, noon] }));
    if (!result.ok) throw new Error(result.reason);
    const joined = await readBooking(result.value.bookings[0]?.bookingId ?? '');
    const first = await readBooking(bookingId);
    expect(joined).toMatchObject({ sessionId: first.sessionId, seat: 1 });
  });

  it('keep to the mentor’s buffers and caps among themselves', async () => {
    const { pair } = await makePair({
      mentor: { bufferAfterMinutes: 30, maxSessionsPerDay: 2, stepMinutes: 30 },
    });
    const starts = [ten, at('2026-11-25T11:00'), noon, at('2026-11-25T15:00'), nextDay];
    const result = await orderSlots(order({ ...pair, starts }));
    expect(result).toMatchObject({
      value: {
        bookings: [{ index: 0 }, { index: 2 }, { index: 4 }],
        failures: [
          { index: 1, reason: 'slot_taken' },
          // The cap of the day is reached.
          { index: 3, reason: 'slot_taken' },
        ],
      },
    });
  });
});

describe('what fits', () => {
  it('is booked, and what does not is named with its place, its reason and free times near it', async () => {
    const { pair, others } = await makePair();
    await others(ten);
    const closed = at('2026-11-25T20:00');
    const starts = [closed, noon, ten, nextDay];
    const result = await orderSlots(order({ ...pair, starts }));
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    const { bookings: made, failures } = result.value;
    expect(made.map(({ index }) => index)).toEqual([1, 3]);
    expect(failures).toMatchObject([
      { index: 0, reason: 'not_offered' },
      { index: 2, reason: 'slot_taken' },
    ]);
    expect(failures.map(({ slot }) => text(slot))).toEqual([closed, ten].map(text));
    // Not the slots that this request has just taken.
    expect(failures[1]?.alternatives.map(text)).toEqual([
      '11-25T09:00',
      '11-25T11:00',
      '11-25T13:00',
    ]);
  });

  it('ends where the credits do, earliest sessions first', async () => {
    const { pair, menteeId } = await makePair({ priceCredits: 40 });
    const result = await orderSlots(order({ ...pair, starts: [nextDay, noon, ten] }));
    expect(result).toMatchObject({
      value: {
        bookings: [{ index: 1 }, { index: 2 }],
        failures: [{ index: 0, reason: 'not_enough_credits', alternatives: [] }],
      },
    });
    expect(await creditsOf(menteeId)).toBe(welcome - 80);
  });

  it('says what meets the mentee’s own sessions, those of the same request too', async () => {
    const { pair, menteeId } = await makePair({ durations: [60, 30], mentor: { stepMinutes: 30 } });
    const elsewhere = await makeMentor();
    const own = { mentorId: elsewhere.mentorId, variantId: elsewhere.variantId };
    await book({ ...own, booker: user(menteeId), startsAt: ten });
    const starts = [ten, noon, at('2026-11-25T12:30')];
    expect(await orderSlots(order({ ...pair, starts }))).toMatchObject({
      value: {
        bookings: [{ index: 1 }],
        failures: [
          { index: 0, reason: 'overlaps_yours' },
          { index: 2, reason: 'overlaps_yours' },
        ],
      },
    });
  });

  it('may be nothing', async () => {
    const { pair, mentor, others } = await makePair();
    await others(ten);
    const before = await countRows(mentor.mentorId);
    const starts = [ten, at('2026-11-25T20:00')];
    expect(await orderSlots(order({ ...pair, starts }))).toMatchObject({
      ok: false,
      reason: 'none_fits',
      failures: [{ reason: 'slot_taken' }, { reason: 'not_offered' }],
    });
    expect(await countRows(mentor.mentorId)).toEqual(before);
  });
});

describe('all or nothing', () => {
  it('is nothing when one slot is refused, and tells which', async () => {
    const { pair, mentor, menteeId, others } = await makePair();
    await others(noon);
    const before = await countRows(mentor.mentorId);
    const starts = [ten, noon, nextDay];
    const result = await orderSlots(order({ ...pair, starts, policy: 'all' }));
    expect(result).toMatchObject({
      ok: false,
      reason: 'not_all',
      failures: [{ index: 1, reason: 'slot_taken' }],
    });
    if (result.ok) return;
    // What was undone is free again, but not offered instead of itself.
    expect(result.failures[0]?.alternatives.map(text)).toEqual([
      '11-25T11:00',
      '11-25T13:00',
      '11-25T13:30',
    ]);
    expect(await countRows(mentor.mentorId)).toEqual(before);
    expect(await creditsOf(menteeId)).toBe(welcome);
  });

  it('says that the credits do not cover all, where that is all there is to say', async () => {
    const { pair } = await makePair({ priceCredits: 60 });
    const asked = order({ ...pair, starts: [ten, noon], policy: 'all' });
    expect(await orderSlots(asked)).toMatchObject({
      reason: 'not_enough_credits',
      failures: [{ index: 1 }],
    });
  });
});

describe('the same form again', () => {
  it('gets the same answer and books nothing more', async () => {
    const { pair, mentor, others } = await makePair();
    await others(noon);
    const form = order({ ...pair, starts: [ten, noon, nextDay] });
    const first = await orderSlots(form);
    const before = await countRows(mentor.mentorId);
    const { value: second, deliveryIds } = await mailsOf(() => orderSlots(form));
    expect(deliveryIds).toEqual([]);
    expect(await countRows(mentor.mentorId)).toEqual(before);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value).toEqual(first.value);
  });

  it('sent twice at once books once', async () => {
    const { pair, mentor } = await makePair();
    const form = order({ ...pair, starts: [ten, noon] });
    const answers = await Promise.all([orderSlots(form), orderSlots(form), orderSlots(form)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await countRows(mentor.mentorId)).toEqual({ sessions: 2, bookings: 2 });
  });

  it('books anew once all it booked has been called off', async () => {
    const { pair, menteeId } = await makePair();
    const form = order({ ...pair, starts: [ten, noon] });
    const first = await orderSlots(form);
    if (!first.ok) throw new Error(first.reason);
    for (const { bookingId } of first.value.bookings) {
      await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    }
    const second = await orderSlots(form);
    expect(second).toMatchObject({ ok: true, value: { bookings: [{ index: 0 }, { index: 1 }] } });
    expect(second).not.toMatchObject({ value: { batchId: first.value.batchId } });
  });

  it('leaves out what has been called off since', async () => {
    const { pair, mentor } = await makePair();
    const form = order({ ...pair, starts: [ten, noon] });
    const first = await orderSlots(form);
    if (!first.ok) throw new Error(first.reason);
    const [{ bookingId }] = first.value.bookings;
    await cancelBookings({ userId: mentor.mentorId, bookingId, reason: 'Away', now: monday });
    expect(await orderSlots(form)).toMatchObject({
      value: { batchId: first.value.batchId, bookings: [{ index: 1 }] },
    });
  });

  it('can be sent with other slots after a refusal', async () => {
    const { pair, others } = await makePair();
    await others(ten);
    const form = order({ ...pair, starts: [ten, noon], policy: 'all' });
    expect(await orderSlots(form)).toMatchObject({ reason: 'not_all' });
    const swapped = { ...form, starts: [at('2026-11-25T11:00'), noon] };
    expect(await orderSlots(swapped)).toMatchObject({
      ok: true,
      value: { bookings: [{ index: 0 }, { index: 1 }] },
    });
  });
});

describe('an order of one slot', () => {
  it.each(['all', 'fits'] as const)('is no batch, whatever the policy (%s)', async (policy) => {
    const { pair } = await makePair();
    const { batchId, bookings: made } = await book({ ...pair, starts: [ten], policy });
    expect({ batchId, made }).toMatchObject({ batchId: null, made: [{ index: 0 }] });
    expect(await readBooking(made[0].bookingId)).toMatchObject({ batchId: null });
  });

  it.each(['all', 'fits'] as const)('is refused for its slot’s reason (%s)', async (policy) => {
    const { pair, others } = await makePair({ priceCredits: 60 });
    await others(ten);
    const taken = await orderSlots(order({ ...pair, starts: [ten], policy }));
    expect(taken).toMatchObject({
      reason: 'slot_taken',
      failures: [{ index: 0, reason: 'slot_taken' }],
    });
    expect(taken.ok ? [] : taken.failures[0]?.alternatives).toHaveLength(3);
    await book({ ...pair, starts: [noon] });
    expect(await orderSlots(order({ ...pair, starts: [nextDay], policy }))).toMatchObject({
      reason: 'not_enough_credits',
      failures: [{ reason: 'not_enough_credits', alternatives: [] }],
    });
  });
});

describe('several slots are not refused', () => {
  it('for years that nobody can book', async () => {
    const { pair } = await makePair();
    const starts = [at('0000-01-01T10:00'), ten, at('9999-01-01T10:00')];
    expect(await orderSlots(order({ ...pair, starts }))).toMatchObject({
      value: {
        bookings: [{ index: 1 }],
        failures: [{ reason: 'not_offered' }, { reason: 'not_offered' }],
      },
    });
  });

  it('for a hold that has lapsed', async () => {
    const { pair } = await makePair();
    const { mentorId, variantId } = pair;
    await book({ booker: visitor('lapses@batch.test'), mentorId, variantId, startsAt: ten });
    const now = monday.add({ minutes: 21 });
    expect(await orderSlots(order({ ...pair, starts: [ten, noon], now }))).toMatchObject({
      value: { bookings: [{ index: 0 }, { index: 1 }] },
    });
  });
});
