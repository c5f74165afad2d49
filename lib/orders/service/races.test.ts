import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { sessions } from '@/db/schema/sessions';
import { and, eq } from 'drizzle-orm';
import {
  book,
  countCollisions,
  countRows,
  mintHoldLink,
  order,
  user,
  visitor,
} from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { at, makeUser, monday, ten } from '@/testing/people';
import { orderSlots } from './order-slots';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmHold } from './confirm-hold';

afterEach(expectLedgerAddsUp);

function tally(results: { ok: boolean; reason?: string }[]) {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const key = result.ok ? 'booked' : (result.reason ?? '');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function makeMentees(howMany: number) {
  return Promise.all(Array.from({ length: howMany }, () => makeUser()));
}

describe('many at once', () => {
  it('50 on one slot: one has it, 49 are refused, nothing is left over', async () => {
    const mentor = await makePaidMentor();
    const mentees = await makeMentees(50);
    const { mentorId, variantId } = mentor;
    const results = await Promise.all(
      mentees.map(({ id }) =>
        orderSlots(order({ booker: user(id), mentorId, variantId, startsAt: ten })),
      ),
    );
    expect(tally(results)).toEqual({ booked: 1, slot_taken: 49 });
    expect(await countRows(mentorId)).toEqual({ sessions: 1, bookings: 1 });
  });

  it('50 visitors on one slot: one has the hold', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        orderSlots(
          order({
            booker: visitor(`visitor-${index}@race.test`),
            mentorId,
            variantId,
            startsAt: ten,
          }),
        ),
      ),
    );
    expect(tally(results)).toEqual({ booked: 1, slot_taken: 49 });
    expect(await countRows(mentorId)).toEqual({ sessions: 1, bookings: 1 });
  });

  it('50 on overlapping slots of different lengths: no two overlap', async () => {
    const { mentorId, variants } = await makePaidMentor({ durations: [30, 60, 90] });
    const mentees = await makeMentees(50);
    const results = await Promise.all(
      mentees.map(({ id }, index) => {
        const variant = variants[index % 3];
        if (!variant) throw new Error('three variants were made');
        // 30 minutes at 10:30, 60 at 10:00, 90 at 9:30: each meets both others.
        const startsAt = at('2026-11-24T10:30').subtract({ minutes: variant.durationMinutes - 30 });
        return orderSlots(order({ booker: user(id), mentorId, variantId: variant.id, startsAt }));
      }),
    );
    expect(tally(results)).toEqual({ booked: 1, slot_taken: 49 });
    expect(await countCollisions()).toBe(0);
  });

  it('one mentee with two mentors: one of the two', async () => {
    const [first, second] = [await makePaidMentor(), await makePaidMentor()];
    const mentee = await makeUser();
    for (let day = 1; day <= 8; day += 1) {
      const startsAt = at(`2026-12-0${day}T10:00`);
      const results = await Promise.all(
        [first, second].map(({ mentorId, variantId }, index) =>
          orderSlots(
            order({
              booker: user(mentee.id),
              mentorId,
              variantId,
              startsAt: startsAt.add({ minutes: 30 * index }),
            }),
          ),
        ),
      );
      expect(tally(results)).toEqual({ booked: 1, overlaps_yours: 1 });
    }
  });

  it('20 on a group session of 5 seats: five have a seat each', async () => {
    const { mentorId, variantId } = await makePaidMentor({ service: { capacity: 5 } });
    const mentees = await makeMentees(20);
    const results = await Promise.all(
      mentees.map(({ id }) =>
        orderSlots(order({ booker: user(id), mentorId, variantId, startsAt: ten })),
      ),
    );
    expect(tally(results)).toEqual({ booked: 5, slot_taken: 15 });
    expect(await countRows(mentorId)).toEqual({ sessions: 1, bookings: 5 });
    const seats = await db
      .select({ seat: bookings.seat })
      .from(bookings)
      .where(eq(bookings.mentorId, mentorId));
    expect(new Set(seats.map(({ seat }) => seat))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('two mentors who book each other and are booked: nobody is in two places', async () => {
    const [first, second, third] = [
      await makePaidMentor(),
      await makePaidMentor(),
      await makePaidMentor(),
    ];
    const mentees = await makeMentees(4);
    for (let day = 1; day <= 8; day += 1) {
      const startsAt = at(`2026-12-1${day}T10:00`);
      const asked = [
        { booker: user(first.mentorId), ...pick(second) },
        { booker: user(second.mentorId), ...pick(first) },
        { booker: user(first.mentorId), ...pick(third) },
        { booker: user(third.mentorId), ...pick(first) },
        ...mentees.map(({ id }) => ({ booker: user(id), ...pick(first) })),
      ];
      await Promise.all(asked.map((request) => orderSlots(order({ ...request, startsAt }))));
    }
    expect(await countCollisions()).toBe(0);
  });

  it('one form sent ten times: one booking, and ten times the same answer', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const mentee = await makeUser();
    const request = order({ booker: user(mentee.id), mentorId, variantId, startsAt: ten });
    const results = await Promise.all(Array.from({ length: 10 }, () => orderSlots(request)));
    expect(
      new Set(results.map((result) => result.ok && result.value.bookings[0].reference)).size,
    ).toBe(1);
    expect(await countRows(mentee.id)).toEqual({ sessions: 0, bookings: 1 });
  });

  it('one link tapped ten times: one booking, one of them signs in', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const email = 'tapper@race.test';
    const held = await book({ booker: visitor(email), mentorId, variantId, startsAt: ten });
    const token = await mintHoldLink(held.bookingId, { email, now: monday });
    const results = await Promise.all(
      Array.from({ length: 10 }, () => confirmHold({ token, now: monday })),
    );
    expect(tally(results)).toEqual({ booked: 1, used: 9 });
  });

  it('confirm against cancel: one wins, and the trail says which', async () => {
    const { mentorId, variantId } = await makePaidMentor({ mentor: { confirmation: 'manual' } });
    for (let day = 1; day <= 8; day += 1) {
      const mentee = await makeUser();
      const startsAt = at(`2026-12-0${day}T10:00`);
      const { bookingId } = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
      const [confirmed, cancelled] = await Promise.all([
        confirmBooking({ userId: mentorId, bookingId, now: monday }),
        cancelBookings({ userId: mentee.id, bookingId, reason: 'Ill', now: monday }),
      ]);
      // A confirmed booking can still be cancelled, a cancelled one not confirmed.
      expect(cancelled.ok).toBe(true);
      expect(confirmed.ok || confirmed.reason === 'not_allowed').toBe(true);
    }
  });

  it('a lapsed hold and its late confirmation against a newcomer: one has the slot', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const late = monday.add({ minutes: 21 });
    for (let day = 1; day <= 8; day += 1) {
      const email = `late-${day}@race.test`;
      const startsAt = at(`2026-12-0${day}T10:00`);
      const held = await book({ booker: visitor(email), mentorId, variantId, startsAt });
      const token = await mintHoldLink(held.bookingId, { email, now: monday });
      const newcomer = await makeUser();
      const results = await Promise.all([
        confirmHold({ token, now: late }),
        orderSlots(order({ booker: user(newcomer.id), mentorId, variantId, startsAt, now: late })),
      ]);
      expect(tally(results)).toEqual({ booked: 1, slot_taken: 1 });
    }
    expect(await countCollisions()).toBe(0);
  });

  it('a seat that lapses and one that is cancelled at once leave no session behind', async () => {
    const mentor = await makePaidMentor({
      service: { capacity: 2 },
      mentor: { confirmation: 'manual' },
    });
    const elsewhere = await makePaidMentor();
    const deadline = monday.add({ hours: 48 });
    for (let day = 1; day <= 6; day += 1) {
      const [lapsing, leaving] = [await makeUser(), await makeUser()];
      const startsAt = at(`2026-12-0${day}T10:00`);
      const wanted = { ...pick(mentor), startsAt };
      await book({ booker: user(lapsing.id), ...wanted });
      const second = { booker: user(leaving.id), ...wanted, now: monday.add({ minutes: 5 }) };
      const { bookingId } = await book(second);
      // One sweeps the lapsed seat under its mentee's lock alone; the other, a moment earlier by its
      // own clock, ends the second seat without seeing that the first has lapsed.
      await Promise.all([
        orderSlots(
          order({ booker: user(lapsing.id), ...pick(elsewhere), startsAt, now: deadline }),
        ),
        cancelBookings({
          userId: leaving.id,
          bookingId,
          reason: 'Ill',
          now: deadline.subtract({ milliseconds: 5 }),
        }),
      ]);
    }
    const left = await db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.mentorId, mentor.mentorId), eq(sessions.active, true)));
    expect(left).toEqual([]);
  });

  it('joining a group while its last seat lapses leaves no session without seats', async () => {
    const { mentorId, variantId } = await makePaidMentor({ service: { capacity: 3 } });
    const later = monday.add({ minutes: 30 });
    for (let day = 1; day <= 6; day += 1) {
      const startsAt = at(`2026-12-0${day}T10:00`);
      await book({ booker: visitor(`a-${day}@lapse.test`), mentorId, variantId, startsAt });
      const mentees = await makeMentees(5);
      const results = await Promise.all(
        mentees.map(({ id }) =>
          orderSlots(order({ booker: user(id), mentorId, variantId, startsAt, now: later })),
        ),
      );
      expect(tally(results)).toEqual({ booked: 3, slot_taken: 2 });
    }
    expect(await countCollisions()).toBe(0);
  });
});

function pick({ mentorId, variantId }: { mentorId: string; variantId: string }) {
  return { mentorId, variantId };
}
