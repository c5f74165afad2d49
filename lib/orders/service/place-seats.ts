import type { Temporal } from 'temporal-polyfill';
import type { SlotRefusal } from '@/domain/bookings';
import type { Schedule, ScheduledSession, Interval } from '@/domain/schedules';
import type { Transaction } from '@/db/client';
import { listOwnTime } from '@/db/queries/bookings';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import type { Person } from '@/db/queries/people';
import { listAskedQuestions } from '@/db/queries/questions';
import { getSpendableCredits } from '@/db/queries/ledger';
import { withSession } from '@/lib/slots/rules/free-slots';
import { ok, type Refused, refused, type Result } from '@/kernel/result';
import { meets } from '@/lib/scheduling';
import { checkAnswers } from '../rules/answers';
import type { SentAnswer, WrongAnswer } from '../schema/answers';
import type { OfferRefusal } from '../schema/order';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import { judgeSlot, reachableStarts, readSchedule } from '@/lib/slots/service/check-slot';
import { type PlacedBooking, type Placing, takeSeat } from './write-booking';

/** What is to be booked, and how. */
export interface Wanted {
  mentorId: string;
  variantId: string;
  /** No two alike. */
  starts: Temporal.Instant[];
  details: BookingDetails;
  /** To the service's questions, in whatever words the form had them. */
  answers: SentAnswer[];
  /** Of each slot, as the mentee has read it: a higher one is not charged. */
  priceCredits: number;
}

/** `index`: the slot's place in what was wanted. */
interface PlacedSeat extends PlacedBooking {
  index: number;
  startsAt: Temporal.Instant;
}
export interface RefusedSlot {
  index: number;
  startsAt: Temporal.Instant;
  reason: SlotRefusal;
}

export interface SeatsPlaced {
  /** In the order in which they were wanted, as the refused ones. */
  seats: PlacedSeat[];
  failures: RefusedSlot[];
}

type WrongAnswers = Refused<'answers_wrong', { wrongAnswers: WrongAnswer[] }>;

/**
 * Writes seats in slots of one offer, those that are to be had: checks 5 to 8 of docs/architecture.md,
 * slot by slot in order of time. Each slot is a savepoint of its own. The locks of whose time it is are
 * held, so the mentor's schedule and the mentee's time are read once, and kept up to date from what is
 * placed. What is placed has still to be concluded.
 */
export async function placeSeats(
  tx: Transaction,
  {
    wanted,
    offer,
    owner,
    batchId,
    now,
  }: { wanted: Wanted } & Pick<Placing, 'offer' | 'owner' | 'batchId' | 'now'>,
): Promise<Result<SeatsPlaced, never> | WrongAnswers> {
  const { starts, details } = wanted;
  // One after the other on the transaction's connection, but without waiting in between.
  const [questions, around] = await Promise.all([
    listAskedQuestions(tx, offer),
    readSurroundings(tx, { offer, starts, owner, now }),
  ]);
  const answers = checkAnswers(questions, wanted.answers);
  const placing = { offer, owner, details, answers, batchId, now };
  const seats: PlacedSeat[] = [];
  const failures: RefusedSlot[] = [];
  const inOrder = starts
    .map((startsAt, index) => ({ startsAt, index }))
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  for (const slot of inOrder) {
    const placed = await placeSeat(tx, { slot, around, placing });
    if (placed.ok) seats.push({ ...slot, ...placed.value });
    // Without answers nothing is booked, but a time that has gone is heard of first.
    else if (placed.reason === 'answers_wrong') return placed;
    else failures.push({ ...slot, reason: placed.reason });
  }
  return ok({ seats: seats.sort(byIndex), failures: failures.sort(byIndex) });
}

/** What slots are checked against: as it was read, and as it is after each seat. */
interface Surroundings {
  /** Null when no slot is within anybody's reach. */
  schedule: Schedule | null;
  /** The mentee's; of a visitor nothing is known, before they have proved their address. */
  ownTime: Interval[];
  credits: number;
}

async function readSurroundings(
  tx: Transaction,
  {
    offer,
    starts,
    owner,
    now,
  }: { starts: Temporal.Instant[] } & Pick<Placing, 'offer' | 'owner' | 'now'>,
): Promise<Surroundings> {
  const reachable = reachableStarts(starts, now);
  const schedule = readSchedule(tx, { offer, starts: reachable, now });
  if (!('menteeId' in owner)) {
    return { schedule: await schedule, ownTime: [], credits: Number.POSITIVE_INFINITY };
  }
  const { menteeId } = owner;
  const periods = reachable.map((start) => periodOf(offer, start));
  const [read, ownTime, credits] = await Promise.all([
    schedule,
    // The constraint guards the mentee against another booking as mentee. That they are no mentor to
    // somebody else then is guarded here alone, and by the lock on them that both transactions take.
    listOwnTime(tx, { personId: menteeId, periods, now }),
    offer.priceCredits === 0 ? 0 : getSpendableCredits(tx, { userId: menteeId }),
  ]);
  return { schedule: read, ownTime, credits };
}

async function placeSeat(
  tx: Transaction,
  {
    slot: { startsAt },
    around,
    placing,
  }: {
    slot: { startsAt: Temporal.Instant };
    around: Surroundings;
    placing: Omit<Placing, 'free' | 'answers'> & { answers: ReturnType<typeof checkAnswers> };
  },
): Promise<Result<PlacedBooking, SlotRefusal> | WrongAnswers> {
  const { offer, details, answers, now } = placing;
  const { start, end } = periodOf(offer, startsAt);
  const span = { start: start.epochMilliseconds, end: end.epochMilliseconds };
  const { schedule } = around;
  if (!schedule) return refused('not_offered');
  const free = judgeSlot(schedule, offer, { start: span.start, now });
  const meetsOwn = around.ownTime.some((own) => meets(own, span));
  // A slot that the mentee has themselves is not somebody else's.
  if (!free.ok) return free.reason === 'slot_taken' && meetsOwn ? refused('overlaps_yours') : free;
  const lacking = refusalOfDetails(offer, details, free.value.joins);
  if (lacking) return refused(lacking);
  if (!answers.ok) return answers;
  if (meetsOwn) return refused('overlaps_yours');
  if (around.credits < offer.priceCredits) return refused('not_enough_credits');

  const taken = await takeSeat(tx, { ...placing, answers: answers.value, free: free.value });
  if (!taken.ok) return taken;
  around.schedule = withSession(schedule, taken.value.session);
  around.ownTime.push(span);
  around.credits -= offer.priceCredits;
  return taken;
}

/**
 * The offer, when it exists for the viewer (null: a visitor), its mentor takes bookings, is somebody
 * else than the booker, and asks for no more than was read: checks 3 and 4, and of 7 what needs no
 * account.
 */
export async function findOffer(
  tx: Transaction,
  { mentorId, variantId, priceCredits }: Pick<Wanted, 'mentorId' | 'variantId' | 'priceCredits'>,
  {
    mentor,
    viewerId,
    bookerId,
  }: {
    mentor: Person | undefined;
    viewerId: string | null;
    /** Null for an address that nobody has yet. */
    bookerId: string | null;
  },
): Promise<Result<BookableOffer, OfferRefusal>> {
  const offer = mentor && (await getOffer(tx, { mentorId, variantId, viewerId }));
  if (!offer) return refused('not_found');
  if (!offer.takingBookings) return refused('not_taking_bookings');
  if (bookerId === mentorId) return refused('own_slot');
  return offer.priceCredits > priceCredits ? refused('price_changed') : ok(offer);
}

/** Whoever joins a session takes it in the format that it has; a new one is in the format asked for. */
function refusalOfDetails(
  offer: BookableOffer,
  details: BookingDetails,
  joins: ScheduledSession | null,
): 'format_unavailable' | 'details_missing' | null {
  const format = joins?.format ?? details.format;
  if (!joins && !offer.formats.includes(format)) return 'format_unavailable';
  const lacksPhone = format === 'phone' && details.phone === '';
  const lacksPlace =
    !joins && format === 'in_person' && offer.address === '' && details.place === '';
  return lacksPhone || lacksPlace ? 'details_missing' : null;
}

function periodOf(offer: BookableOffer, start: Temporal.Instant) {
  return { start, end: start.add({ minutes: offer.durationMinutes }) };
}

function byIndex(a: { index: number }, b: { index: number }): number {
  return a.index - b.index;
}
