/**
 * Whatever several people do at once, credits add up. Rounds of random steps, those of a round all in
 * parallel, each with its own connection; after every round the books are checked.
 */
import * as fc from 'fast-check';
import { inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { ledgerAccounts } from '@/db/schema/ledger';
import { countCollisions, order, user } from '@/testing/bookings';
import { examples, patience } from '@/testing/examples';
import { expectLedgerAddsUp, grantCredits } from '@/testing/ledger';
import { at, makeMentor, makeUser } from '@/testing/people';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { cancelBookings } from './cancel-bookings';
import { moveBooking } from './move-booking';
import { completeBooking, markNoShow } from './run-session';

/** One step. Numbers choose among what there is when its turn comes. */
type Step =
  | { do: 'grant'; who: number; credits: number }
  | { do: 'book' | 'batch'; who: number; mentor: number; hours: number[]; policy: 'all' | 'fits' }
  | { do: 'cancel' | 'complete' | 'cancel_batch'; which: number; as: 'mentee' | 'mentor' }
  | { do: 'move'; which: number; as: 'mentee' | 'mentor'; hour: number }
  | { do: 'no_show'; which: number; as: 'mentee' | 'mentor' };

const any = fc.nat(10_000);
const side = fc.constantFrom('mentee' as const, 'mentor' as const);
/** Hours from the round's time on: some have passed when their turn comes. */
const hour = fc.integer({ min: -1, max: 30 });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    who: any,
    credits: fc.integer({ min: 1, max: 30 }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      who: any,
      mentor: any,
      hours: fc.tuple(hour),
      policy: fc.constant('all' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      who: any,
      mentor: any,
      hours: fc.uniqueArray(hour, { minLength: 2, maxLength: 6 }),
      policy: fc.constantFrom('all' as const, 'fits' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'complete' as const, 'cancel_batch' as const),
      which: any,
      as: side,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('move' as const), which: any, as: side, hour }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('no_show' as const), which: any, as: side }),
  },
);

interface Made {
  bookingId: string;
  batchId: string | null;
  menteeId: string;
  mentorId: string;
}

/** A few people who book each other, and what has been booked so far. */
class World {
  readonly made: Made[] = [];
  readonly done = new Map<string, number>();
  granted = 0;

  constructor(
    readonly mentors: { mentorId: string; variantId: string }[],
    /** The mentors are among them. */
    readonly people: string[],
  ) {}

  async perform(step: Step, now: Temporal.Instant): Promise<boolean> {
    switch (step.do) {
      case 'grant':
        await grantCredits(pick(this.people, step.who), step.credits);
        this.granted += step.credits;
        return true;
      case 'book':
      case 'batch':
        return this.#order(step, now);
      default:
        return this.made.length > 0 && this.#change(step, pick(this.made, step.which), now);
    }
  }

  async #order(step: Step & { do: 'book' | 'batch' }, now: Temporal.Instant): Promise<boolean> {
    const { mentorId, variantId } = pick(this.mentors, step.mentor);
    const menteeId = pick(this.people, step.who);
    const starts = step.hours.map((ahead) => hoursFrom(now, ahead));
    const wanted = { booker: user(menteeId), mentorId, variantId, starts, now };
    const result = await orderSlots(order({ ...wanted, policy: step.policy }));
    if (!result.ok) return false;
    const { batchId, bookings } = result.value;
    for (const { bookingId } of bookings)
      this.made.push({ bookingId, batchId, menteeId, mentorId });
    return true;
  }

  async #change(
    step: Exclude<Step, { do: 'grant' | 'book' | 'batch' }>,
    { bookingId, batchId, menteeId, mentorId }: Made,
    now: Temporal.Instant,
  ): Promise<boolean> {
    const by = { userId: step.as === 'mentee' ? menteeId : mentorId, now };
    switch (step.do) {
      case 'cancel':
        return (await cancelBookings({ ...by, bookingId, reason: 'Ill' })).ok;
      case 'cancel_batch':
        return batchId !== null && (await cancelBookings({ ...by, batchId, reason: 'Ill' })).ok;
      case 'complete':
        return (await completeBooking({ ...by, bookingId })).ok;
      case 'move':
        return (await moveBooking({ ...by, bookingId, startsAt: hoursFrom(now, step.hour) })).ok;
      case 'no_show':
        return (await markNoShow({ ...by, bookingId, accused: 'other' })).ok;
    }
  }
}

async function makeWorld(): Promise<World> {
  const settings = [
    { priceCredits: 12, mentor: { lateCancelPercent: 50, cancelNoticeMinutes: 600 } },
    { priceCredits: 25, service: { capacity: 2 }, mentor: { confirmation: 'manual' as const } },
    { priceCredits: 0 },
  ];
  const windows = [{ startTime: '00:00', endTime: '24:00', capacity: 2 }];
  const mentors = await Promise.all(settings.map((one) => makeMentor({ ...one, windows })));
  const mentees = await Promise.all(Array.from({ length: 3 }, () => makeUser()));
  const people = [...mentees.map(({ id }) => id), ...mentors.map(({ mentorId }) => mentorId)];
  return new World(mentors, people);
}

/** What people and escrows of this world have together. */
async function creditsIn({ people, made }: World) {
  const [held] = await db
    .select({
      credits: sql<number>`coalesce(sum(${ledgerAccounts.balance}), 0)::int`,
      welcomed: sql<number>`(count(*) filter (where ${ledgerAccounts.kind} = 'user'))::int`,
    })
    .from(ledgerAccounts)
    .where(
      made.length === 0
        ? inArray(ledgerAccounts.userId, people)
        : sql`${inArray(ledgerAccounts.userId, people)} or ${inArray(
            ledgerAccounts.bookingId,
            made.map(({ bookingId }) => bookingId),
          )}`,
    );
  return held;
}

it('adds up, whatever several people do at once', { timeout: patience(300_000) }, async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyStep, { minLength: 4, maxLength: 12 }), { minLength: 6, maxLength: 10 }),
      async (rounds) => {
        const world = await makeWorld();
        for (const [index, round] of rounds.entries()) {
          // Time goes on by seven hours a round, so that sessions come and pass.
          const now = at('2026-11-24T00:30').add({ hours: 7 * index });
          await Promise.all(
            round.map(async (step) => {
              if (await world.perform(step, now)) done.set(step.do, (done.get(step.do) ?? 0) + 1);
            }),
          );
          // No balance below zero, escrow empty exactly for closed bookings, every sum right.
          await expectLedgerAddsUp();
          expect(await countCollisions()).toBe(0);
          const held = await creditsIn(world);
          expect(held?.credits).toBe(world.granted + 100 * (held?.welcomed ?? 0));
        }
      },
    ),
    { numRuns: examples(10), endOnFailure: true },
  );
  // Each kind of step has succeeded, or nothing was tried.
  const kinds = ['grant', 'book', 'batch', 'cancel', 'cancel_batch', 'complete', 'move', 'no_show'];
  expect(kinds.filter((kind) => !done.has(kind))).toEqual([]);
});

function pick<Item>(items: readonly Item[], which: number): Item {
  const item = items[which % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

function hoursFrom(now: Temporal.Instant, hours: number): Temporal.Instant {
  return now.add({ minutes: hours * 60 + 30 });
}
