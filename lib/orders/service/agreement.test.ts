import * as fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import type { Schedule } from '@/domain/schedules';
import { db } from '@/db/client';
import { getOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import { users } from '@/db/schema/users';
import { freeSlots, sessionToJoin } from '@/lib/slots/rules/free-slots';
import type { Offer } from '@/lib/slots/schema/schedule';
import type { SlotInstant } from '@/lib/scheduling';
import type { DemoMentor } from '@/scripts/seed/mentor-shape';
import { demoMentors } from '@/scripts/seed/mentors/all';
import { type WrittenMentor, writeMentors } from '@/scripts/seed/write-mentors';
import { anyMentor } from '@/testing/any-mentor';
import { countCollisions, order, user, visitor } from '@/testing/bookings';
import { examples, patience } from '@/testing/examples';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { publicOrganizationId } from '@/testing/people';
import { orderSlots } from './order-slots';
import { inTransaction } from '@/db/transaction';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { concludeSeats, writeSeats } from './write-seats';

afterEach(expectLedgerAddsUp);

const minute = 60_000;
const day = 24 * 60 * minute;

/** Beyond every mentor's horizon. */
const readDays = 100;

/** What is done next to a mentor's calendar. Numbers choose among what there is then. */
type Move =
  | { do: 'book'; offer: number; slot: number; as: 'user' | 'visitor' }
  | { do: 'try'; offer: number; near: 'now' | 'slot' | 'booking'; which: number; minutes: number }
  | { do: 'cancel'; which: number }
  | { do: 'wait'; minutes: number };

const any = fc.nat(10_000);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      offer: any,
      slot: any,
      as: fc.constantFrom('user' as const, 'user' as const, 'visitor' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('try' as const),
      offer: any,
      near: fc.constantFrom(
        'now' as const,
        'slot' as const,
        'booking' as const,
        'booking' as const,
      ),
      which: any,
      minutes: fc.oneof(
        fc.constantFrom(0, 0, 5, -5, 15, -30, 60),
        fc.integer({ min: -2 * 1440, max: 25 * 1440 }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: any }) },
  {
    weight: 1,
    // A hold lasts 20 minutes.
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(10, 25, 600),
    }),
  },
);

/** Days before the clocks change in Europe, in New York, on Lord Howe, and around Ramadan in Morocco. */
const dayBefore = fc.constantFrom(
  '2026-03-27T07:10:00Z',
  '2026-10-23T15:00:00Z',
  '2026-10-30T22:45:00Z',
  '2026-04-03T12:00:00Z',
  '2026-02-13T09:05:00Z',
);

/** Of the demo, everyone: as if published, taking bookings, and public. */
const demoMentor = fc.constantFrom(...demoMentors).map((demo): DemoMentor => {
  const { unpublished: _unpublished, awayMessage: _away, organization: _private, ...open } = demo;
  // What is compared is time: a question without an answer would be a refusal of its own.
  return { ...open, services: open.services.map(({ questions: _asked, ...service }) => service) };
});

/** One mentor, the time, and what has been booked so far. */
class Calendar {
  readonly mentor: WrittenMentor;
  now: number;
  readonly booked: { bookingId: string; start: number; menteeId: string | null }[] = [];

  constructor(mentor: WrittenMentor, now: number) {
    this.mentor = mentor;
    this.now = now;
  }

  get at(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.now);
  }

  offer(which: number): Offer {
    return pick(this.mentor.offers, which) as Offer;
  }

  async read(offer: Offer): Promise<{ schedule: Schedule; slots: SlotInstant[] }> {
    const stretch = { from: this.now, to: this.now + readDays * day };
    const [schedule] = await listSchedules(db, {
      mentorIds: [this.mentor.id],
      from: instant(stretch.from),
      to: instant(stretch.to),
      now: this.at,
    });
    if (!schedule) throw new Error('the mentor has no schedule');
    return { schedule, slots: freeSlots(schedule, offer, { now: this.now, ...stretch }) };
  }

  /** Somebody who has never booked before asks for `start`. */
  async ask(offer: Offer, start: number, as: 'user' | 'visitor' = 'user') {
    const email = `${uuidv7()}@example.test`;
    const menteeId = as === 'user' ? await makeMentee(email) : null;
    const before = await countEverything();
    const result = await orderSlots(
      order({
        booker: menteeId === null ? visitor(email) : user(menteeId),
        mentorId: this.mentor.id,
        variantId: offer.variantId,
        startsAt: instant(start),
        details: { format: this.format, phone: '+1', place: 'here', subject: '', notes: '' },
        now: this.at,
      }),
    );
    return { result, menteeId, before };
  }

  get format() {
    return this.mentor.demo.formats?.[0] ?? 'video';
  }
}

it('offers exactly what can be booked', { timeout: patience(120_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 3, arbitrary: anyMentor }, { weight: 2, arbitrary: demoMentor }),
      dayBefore,
      fc.array(move, { minLength: 5, maxLength: 10 }),
      async (demo, startsAt, moves) => {
        const now = Temporal.Instant.from(startsAt);
        const calendar = new Calendar(await write(demo, now), now.epochMilliseconds);
        for (const next of moves) await make(next, calendar);
        for (const offer of calendar.mentor.offers) await placeAll(calendar, offer);
      },
    ),
    // A slow machine tries fewer, and looks no longer for the smallest failure.
    { numRuns: examples(30), interruptAfterTimeLimit: patience(35_000) },
  );
  expect(await countCollisions()).toBe(0);
});

async function make(next: Move, calendar: Calendar): Promise<void> {
  switch (next.do) {
    case 'wait':
      calendar.now += next.minutes * minute;
      return;
    case 'cancel':
      return cancelOne(calendar, next.which);
    case 'book': {
      const offer = calendar.offer(next.offer);
      const slot = pick((await calendar.read(offer)).slots, next.slot);
      if (slot) await bookOffered(calendar, offer, slot, next.as);
      return;
    }
    case 'try': {
      const offer = calendar.offer(next.offer);
      const { slots } = await calendar.read(offer);
      const bases = {
        now: [calendar.now],
        slot: slots.map(({ start }) => start),
        booking: calendar.booked.map(({ start }) => start),
      };
      const start = (pick(bases[next.near], next.which) ?? calendar.now) + next.minutes * minute;
      const slot = slots.find((free) => free.start === start);
      if (slot) await bookOffered(calendar, offer, slot, 'user');
      else await askForOther(calendar, offer, start);
    }
  }
}

/** What is offered is booked, and takes exactly one seat. */
async function bookOffered(
  calendar: Calendar,
  offer: Offer,
  slot: SlotInstant,
  as: 'user' | 'visitor',
): Promise<void> {
  const { result, menteeId } = await calendar.ask(offer, slot.start, as);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  const { bookingId, status } = result.value.bookings[0];
  calendar.booked.push({ bookingId, start: slot.start, menteeId });
  // Nobody can answer before a session that starts this very moment: it lapses as it is asked for.
  if (slot.start === calendar.now && status !== 'confirmed') return;

  const { slots } = await calendar.read(offer);
  const after = slots.find(({ start }) => start === slot.start);
  expect(after?.seatsLeft ?? 0).toBe(slot.seatsLeft - 1);
}

/** What is not offered is refused and leaves nothing; what is named instead is offered. */
async function askForOther(calendar: Calendar, offer: Offer, start: number): Promise<void> {
  // What has lapsed would be marked by this order, and its people written to.
  const personIds = [calendar.mentor.id];
  await inTransaction((tx) => lockPeopleAndSweep(tx, { personIds, now: calendar.at }));
  const { result, before } = await calendar.ask(offer, start);
  expect(result.ok ? 'booked' : result.reason).toMatch(/^(?:slot_taken|not_offered)$/);
  expect(await countEverything()).toEqual(before);
  if (result.ok) return;
  const alternatives = result.failures.flatMap((failure) => failure.alternatives);
  if (alternatives.length === 0) return;
  const { slots } = await calendar.read(offer);
  const offered = new Set(slots.map((slot) => slot.start));
  expect(alternatives.filter((other) => !offered.has(other.epochMilliseconds))).toEqual([]);
}

async function cancelOne(calendar: Calendar, which: number): Promise<void> {
  const booking = pick(calendar.booked, which);
  if (!booking || booking.start <= calendar.now) return;
  // As the mentor: a hold has no mentee yet. What has lapsed or is cancelled already stays so.
  await cancelBookings({
    userId: calendar.mentor.id,
    bookingId: booking.bookingId,
    reason: 'Not today',
    now: calendar.at,
  });
}

/** Writes slots that are offered, spread over all of them, one at a time, and takes each back. */
async function placeAll(calendar: Calendar, offer: Offer): Promise<void> {
  const { mentor, at } = calendar;
  const { schedule, slots } = await calendar.read(offer);
  const step = Math.max(1, Math.floor(slots.length / 6));
  const some = slots.filter((_, index) => index % step === 0);
  if (some.length === 0) return;
  const menteeId = await makeMentee(`${uuidv7()}@example.test`);
  const details = { format: calendar.format, phone: '', place: '', subject: '', notes: '' };
  const refusals: unknown[] = [];
  await db.transaction(async (tx) => {
    // A hold that has lapsed is gone for the engine, and for the constraints once it is marked so.
    const people = await lockPeopleAndSweep(tx, { personIds: [mentor.id, menteeId], now: at });
    const [given, mentee] = [people.get(mentor.id), people.get(menteeId)];
    const { variantId } = offer;
    const bookable = await getOffer(tx, {
      mentorId: mentor.id,
      variantId,
      viewerId: menteeId,
      link: null,
    });
    if (!bookable || !given || !mentee) throw new Error('the offer or somebody is gone');
    for (const slot of some) {
      const free = { slot, schedule, joins: sessionToJoin(schedule, offer, slot.start) };
      const undone = tx.transaction(async (savepoint) => {
        const placing = {
          offer: bookable,
          owner: { mentee, network: null },
          batchId: null,
          now: at,
        };
        const written = await writeSeats(savepoint, [free], { ...placing, details, answers: [] });
        if (written.ok) {
          const made = { seats: written.value, mentor: given, accountId: null };
          await concludeSeats(savepoint, { ...placing, ...made });
        } else refusals.push({ reason: written.reason, start: instant(slot.start) });
        savepoint.rollback();
      });
      await expect(undone).rejects.toThrow('Rollback');
    }
  });
  expect(refusals).toEqual([]);
}

let written = 0;

/** Writes the mentor under a name that nobody has yet. */
async function write(demo: DemoMentor, now: Temporal.Instant): Promise<WrittenMentor> {
  written += 1;
  const organizationIds = new Map([['public', publicOrganizationId]]);
  // A required question refuses who does not answer it, whatever the time: that is tested elsewhere.
  const services = demo.services.map((service) => ({ ...service, questions: [] }));
  const nameless = { ...demo, services, name: `${demo.name} ${written}`, email: undefined };
  const [mentor] = await writeMentors(db, [nameless], { now, organizationIds });
  if (!mentor) throw new Error('no mentor was written');
  return mentor;
}

async function makeMentee(email: string): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, email });
  return id;
}

/** How many rows there are of all that a booking writes. */
async function countEverything() {
  const [counts] = await db.execute(sql`select
    (select count(*) from sessions) as sessions,
    (select count(*) from bookings) as bookings,
    (select count(*) from booking_requests) as requests,
    (select count(*) from deliveries) as deliveries`);
  return counts;
}

function pick<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length];
}

function instant(epochMs: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs);
}
