import type { Temporal } from 'temporal-polyfill';
import type { SlotRefusal } from '@/domain/bookings';
import type { ScheduledSession, Interval } from '@/domain/schedules';
import type { Transaction } from '@/db/client';
import type { BookableOffer } from '@/db/queries/offers';
import { type Refused, refused, type Result, ok } from '@/kernel/result';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import { meets } from '@/lib/scheduling';
import { buffersOf, withSession } from '@/lib/slots/rules/free-slots';
import { takesBookings } from '@/lib/slots/rules/pause';
import { type FreeSlot, judgeSlot } from '@/lib/slots/service/check-slot';
import { checkAnswers } from '../rules/answers';
import type { SentAnswer, WrongAnswer } from '../schema/answers';
import type { OfferRefusal } from '../schema/order';
import type { OrderReading } from './read-order';
import { isProposed, type PlacedSeat, type Placing, writeSeats } from './write-seats';

/** What is to be booked, and how. */
export interface Wanted {
  mentorId: string;
  variantId: string;
  /** By which a service is reached that everybody else does not see; null: none. */
  link: string | null;
  /** No two alike. */
  starts: Temporal.Instant[];
  details: BookingDetails;
  /** To the service's questions, in whatever words the form had them. */
  answers: SentAnswer[];
  /** Of each slot, as the mentee has read it: a higher one is not charged. */
  priceCredits: number;
}

/** A slot of an order. `index`: its place in what was wanted. */
export interface WantedSlot {
  index: number;
  startsAt: Temporal.Instant;
}
export type RefusedSlot = WantedSlot & { reason: SlotRefusal };

/** Both in the order in which they were wanted. */
export interface SeatsPlaced {
  seats: (WantedSlot & PlacedSeat)[];
  failures: RefusedSlot[];
}

type WrongAnswers = Refused<'answers_wrong', { wrongAnswers: WrongAnswer[] }>;

/** What slots are judged by: as it was read, and as it is with each seat. */
interface Surroundings extends Pick<OrderReading, 'schedule' | 'ownTime'> {
  credits: number;
  /** Bookings that the mentee may still make with the organization's mentors. */
  openings: number;
}

/**
 * Writes seats in slots of one offer, those that are to be had: checks 5 to 8 of docs/architecture.md.
 * The locks of whose time it is are held, so all slots are judged by one reading, in order of time, each
 * by what the ones before it left, and written together. What is placed has still to be concluded.
 */
export async function placeSeats(
  tx: Transaction,
  {
    wanted,
    reading: { questions, schedule, ownTime },
    credits,
    openings,
    ...placing
  }: Pick<Placing, 'offer' | 'owner' | 'batchId' | 'now'> & {
    wanted: Wanted;
    reading: OrderReading;
    /** What the mentee can spend; infinite for a visitor, of whom that is asked later. */
    credits: number;
    /** How many more bookings they may have open there; infinite where nobody counts. */
    openings: number;
  },
): Promise<Result<SeatsPlaced, never> | WrongAnswers> {
  const answers = checkAnswers(questions, wanted.answers);
  const slots = wanted.starts
    .map((startsAt, index) => ({ startsAt, index }))
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  const { details } = wanted;
  const judging = { ...placing, details, answers };
  const placed = await place(tx, slots, { schedule, ownTime, credits, openings }, judging);
  if (!placed.ok) return placed;
  const { seats, failures } = placed.value;
  return ok({ seats: seats.sort(byIndex), failures: failures.sort(byIndex) });
}

type Judging = Omit<Placing, 'answers'> & { answers: ReturnType<typeof checkAnswers> };
type Placed = Result<SeatsPlaced & { after: Surroundings }, never> | WrongAnswers;

async function place(
  tx: Transaction,
  slots: WantedSlot[],
  before: Surroundings,
  judging: Judging,
): Promise<Placed> {
  const failures: RefusedSlot[] = [];
  const free: (WantedSlot & FreeSlot)[] = [];
  let after = before;
  for (const slot of slots) {
    const judged = judge(slot, after, judging);
    if (judged.ok) {
      free.push({ ...slot, ...judged.value });
      after = withSeat(after, judged.value, judging);
    } else if (judged.reason === 'answers_wrong') {
      // Without answers nothing is booked, but a time that has gone is heard of first.
      return judged;
    } else failures.push({ ...slot, reason: judged.reason });
  }
  // Nothing is free where answers are wrong.
  const answers = judging.answers.ok ? judging.answers.value : [];
  const written = await writeSeats(tx, free, { ...judging, answers });
  if (written.ok) return ok({ seats: written.value, failures, after });
  if (slots.length > 1) return placeOneByOne(tx, slots, before, judging);
  return ok({
    seats: [],
    failures: slots.map((slot) => ({ ...slot, reason: written.reason })),
    after: before,
  });
}

/** The database has refused one of them, so that nothing is written: slot by slot it says which. */
async function placeOneByOne(
  tx: Transaction,
  slots: WantedSlot[],
  before: Surroundings,
  judging: Judging,
): Promise<Placed> {
  const all: SeatsPlaced & { after: Surroundings } = { seats: [], failures: [], after: before };
  for (const slot of slots) {
    const placed = await place(tx, [slot], all.after, judging);
    if (!placed.ok) return placed;
    all.seats.push(...placed.value.seats);
    all.failures.push(...placed.value.failures);
    all.after = placed.value.after;
  }
  return ok(all);
}

function judge(
  { startsAt }: WantedSlot,
  { schedule, ownTime, credits, openings }: Surroundings,
  { offer, owner, details, answers, now }: Judging,
): Result<FreeSlot, SlotRefusal> | WrongAnswers {
  const span = spanOf(offer, startsAt);
  if (!schedule) return refused('not_offered');
  const free = judgeSlot(schedule, offer, { start: span.start, now });
  const meetsOwn = ownTime.some((own) => meets(own, span));
  // A slot that the mentee has themselves is not somebody else's.
  if (!free.ok) return free.reason === 'slot_taken' && meetsOwn ? refused('overlaps_yours') : free;
  const lacking = refusalOfDetails({ offer, owner, details }, free.value.joins);
  if (lacking) return refused(lacking);
  if (!answers.ok) return answers;
  if (meetsOwn) return refused('overlaps_yours');
  if (openings < 1) return refused('too_many_open');
  return credits < offer.priceCredits ? refused('not_enough_credits') : free;
}

function withSeat(
  { ownTime, credits, openings }: Surroundings,
  { slot, joins, schedule }: FreeSlot,
  { offer, details }: Judging,
): Surroundings {
  const { start, end } = slot;
  const session: ScheduledSession = joins
    ? { ...joins, seatsTaken: joins.seatsTaken + 1, isHold: false, countsTowardsCaps: true }
    : {
        // Of no matter to what comes after it.
        id: `slot ${String(start)}`,
        variantId: offer.variantId,
        start,
        end,
        ...buffersOf(schedule, offer),
        capacity: slot.seatsLeft,
        seatsTaken: 1,
        isHold: false,
        format: details.format,
        countsTowardsCaps: true,
      };
  return {
    schedule: withSession(schedule, session),
    ownTime: [...ownTime, { start, end }],
    credits: credits - offer.priceCredits,
    openings: openings - 1,
  };
}

/**
 * The offer, when it exists for the booker, its mentor takes bookings, is somebody else than the
 * booker, and asks for no more than was read: checks 3 and 4, and of 7 what needs no account.
 * @param bookerId null for an address that nobody has yet
 */
export function checkOffer(
  offer: BookableOffer | null,
  {
    mentorId,
    priceCredits,
    now,
  }: Pick<Wanted, 'mentorId' | 'priceCredits'> & { now: Temporal.Instant },
  bookerId: string | null,
): Result<BookableOffer, OfferRefusal> {
  if (!offer) return refused('not_found');
  if (!takesBookings(offer, now.epochMilliseconds)) return refused('not_taking_bookings');
  if (bookerId === mentorId) return refused('own_slot');
  return offer.priceCredits > priceCredits ? refused('price_changed') : ok(offer);
}

/** Whoever joins a session takes it in the format that it has; a new one is in the format asked for. */
function refusalOfDetails(
  { offer, owner, details }: Pick<Placing, 'offer' | 'owner' | 'details'>,
  joins: ScheduledSession | null,
): 'format_unavailable' | 'details_missing' | null {
  const format = joins?.format ?? details.format;
  if (!joins && !offer.formats.includes(format)) return 'format_unavailable';
  // Whoever is proposed a session gives their number as they accept it.
  const lacksPhone = format === 'phone' && details.phone === '' && !isProposed(owner);
  const lacksPlace =
    !joins && format === 'in_person' && offer.address === '' && details.place === '';
  return lacksPhone || lacksPlace ? 'details_missing' : null;
}

function spanOf(offer: BookableOffer, startsAt: Temporal.Instant): Interval {
  const start = startsAt.epochMilliseconds;
  return { start, end: start + offer.durationMinutes * 60_000 };
}

function byIndex(a: WantedSlot, b: WantedSlot): number {
  return a.index - b.index;
}
