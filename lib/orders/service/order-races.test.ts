import { and, eq, inArray } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { countCollisions, order, user } from '@/testing/bookings';
import { countDeadlocks } from '@/testing/interleavings';
import { creditsOf, expectLedgerAddsUp, grantCredits } from '@/testing/ledger';
import { at, makeMentor, makeUser } from '@/testing/people';
import { orderSlots } from './order-slots';

afterEach(expectLedgerAddsUp);

type Outcome = Awaited<ReturnType<typeof orderSlots>>;

const welcome = 100;
const price = 7;
const slotCount = 20;
/** Hours of three days. */
const starts = Array.from({ length: slotCount }, (_, index) =>
  at('2026-11-24T09:00').add({ hours: 24 * Math.floor(index / 8) + (index % 8) }),
);

async function makePayers(howMany: number) {
  return Promise.all(
    Array.from({ length: howMany }, async () => {
      const { id } = await makeUser();
      await grantCredits(id, slotCount * price);
      return id;
    }),
  );
}

/** The same slots, each time beginning with another one. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

/** What an answer says must be what is there: its bookings and no others, at those times and prices. */
async function expectTrueReport(outcome: Outcome, menteeId: string, wanted: typeof starts) {
  const said = outcome.ok ? outcome.value.bookings : [];
  const failures = outcome.ok ? outcome.value.failures : outcome.failures;
  const made = await db.select().from(bookings).where(eq(bookings.menteeId, menteeId));
  expect(new Set(said.map(({ bookingId }) => bookingId))).toEqual(
    new Set(made.map(({ id }) => id)),
  );
  for (const { index, startsAt, bookingId } of said) {
    expect(startsAt.epochMilliseconds).toBe(wanted[index]?.epochMilliseconds);
    const row = made.find(({ id }) => id === bookingId);
    expect(row?.period.start.epochMilliseconds).toBe(startsAt.epochMilliseconds);
  }
  const credits = welcome + slotCount * price - price * said.length;
  expect(await creditsOf(menteeId)).toBe(credits);
  const indices = [...said, ...failures].map(({ index }) => index).sort((a, b) => a - b);
  return { indices, failures };
}

describe('20 batches at once over the same 20 slots', () => {
  it(
    'what fits: every slot has one winner, and every report is true',
    { timeout: 60_000 },
    async () => {
      const { mentorId, variantId } = await makeMentor({ priceCredits: price });
      const mentees = await makePayers(20);
      const deadlocks = await countDeadlocks();
      const requests = mentees.map((menteeId, by) => ({ menteeId, wanted: rotated(starts, by) }));
      const outcomes = await Promise.all(
        requests.map(({ menteeId, wanted }) =>
          orderSlots(order({ booker: user(menteeId), mentorId, variantId, starts: wanted })),
        ),
      );
      for (const [place, outcome] of outcomes.entries()) {
        const { menteeId = '', wanted = [] } = requests[place] ?? {};
        const { indices, failures } = await expectTrueReport(outcome, menteeId, wanted);
        expect(indices).toEqual([...starts.keys()]);
        expect(failures.every(({ reason }) => reason === 'slot_taken')).toBe(true);
      }
      const booked = await db.$count(
        bookings,
        and(eq(bookings.mentorId, mentorId), eq(bookings.status, 'confirmed')),
      );
      expect(booked).toBe(slotCount);
      expect(await countCollisions()).toBe(0);
      expect(await countDeadlocks()).toBe(deadlocks);
    },
  );

  it(
    'all or nothing, five slots each: whole batches alone, never a part',
    { timeout: 60_000 },
    async () => {
      const { mentorId, variantId } = await makeMentor({ priceCredits: price });
      const mentees = await makePayers(20);
      const requests = mentees.map((menteeId, by) => ({
        menteeId,
        wanted: rotated(starts, by).slice(0, 5),
      }));
      const outcomes = await Promise.all(
        requests.map(({ menteeId, wanted }) =>
          orderSlots(
            order({ booker: user(menteeId), mentorId, variantId, starts: wanted, policy: 'all' }),
          ),
        ),
      );
      const winners = outcomes.filter(({ ok }) => ok).length;
      expect(winners).toBeGreaterThan(0);
      for (const [place, outcome] of outcomes.entries()) {
        const { menteeId = '', wanted = [] } = requests[place] ?? {};
        const { failures } = await expectTrueReport(outcome, menteeId, wanted);
        expect(outcome.ok ? failures.length === 0 : failures.length > 0).toBe(true);
      }
      const rows = await db
        .select({ id: bookings.id })
        .from(bookings)
        .where(inArray(bookings.menteeId, mentees));
      expect(rows).toHaveLength(winners * 5);
      expect(await countCollisions()).toBe(0);
    },
  );
});

describe('batches that cross each other', () => {
  it('mentors who book each other wait for each other and never for ever', async () => {
    const people = await Promise.all(
      Array.from({ length: 4 }, () => makeMentor({ priceCredits: price })),
    );
    for (const { mentorId } of people) await grantCredits(mentorId, 20 * price);
    const deadlocks = await countDeadlocks();
    const pairs = people.flatMap((mentor) =>
      people.filter((mentee) => mentee !== mentor).map((mentee) => ({ mentor, mentee })),
    );
    const outcomes = await Promise.all(
      pairs.map(({ mentor: { mentorId, variantId }, mentee }) =>
        orderSlots(
          order({ booker: user(mentee.mentorId), mentorId, variantId, starts: starts.slice(0, 8) }),
        ),
      ),
    );
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    // Nobody is mentor and mentee at the same time.
    expect(await countCollisions()).toBe(0);
    expect(await countDeadlocks()).toBe(deadlocks);
  });
});
