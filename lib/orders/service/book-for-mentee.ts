import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { listOwnTime } from '@/db/queries/bookings';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import type { Person } from '@/db/queries/people';
import { listAskedQuestions } from '@/db/queries/questions';
import { getSpendableCredits } from '@/db/queries/ledger';
import { withSession } from '@/lib/slots/rules/free-slots';
import type { Schedule, ScheduledSession } from '@/lib/slots/schema/schedule';
import { ok, type Refused, refused, type Result } from '@/kernel/result';
import { type Interval, meets } from '@/lib/scheduling';
import { checkAnswers } from '../rules/answers';
import type { SentAnswer, WrongAnswer } from '../schema/answers';
import type { SlotRefusal } from '../schema/batch';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import { judgeSlot, reachableStarts, readSchedule } from '@/lib/slots/service/check-slot';
import { concludeBookings, type PlacedBooking, type Placing, takeSeat } from './place-booking';

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
export interface BookedSlot extends PlacedBooking {
  index: number;
  startsAt: Temporal.Instant;
}
export interface RefusedSlot {
  index: number;
  startsAt: Temporal.Instant;
  reason: SlotRefusal;
}

export interface SlotsBooked {
  offer: BookableOffer;
  /** In the order in which they were wanted, as the refused ones. */
  booked: BookedSlot[];
  failures: RefusedSlot[];
}

type WrongAnswers = Refused<'answers_wrong', { wrongAnswers: WrongAnswer[] }>;

/** What may be said against all that a known mentee wants of a mentor, whatever the time. */
export type OfferRefusal =
  | 'not_found'
  | 'not_taking_bookings'
  | 'own_slot'
  | 'price_changed'
  | 'answers_wrong';

/**
 * Books slots of one offer for a mentee who is known and not blocked, those that are to be had: checks
 * 3 to 8 of docs/architecture.md, the ones about the offer once, the others slot by slot in order of
 * time. Each slot is a savepoint of its own. Both people's locks are held, so the mentor's schedule and
 * the mentee's time are read once, and kept up to date from what is booked.
 */
export async function bookForMentee(
  tx: Transaction,
  {
    wanted,
    mentor,
    mentee,
    batchId,
    now,
  }: {
    wanted: Wanted;
    mentor: Person | undefined;
    mentee: Person;
    batchId?: string;
    now: Temporal.Instant;
  },
): Promise<Result<SlotsBooked, OfferRefusal, { wrongAnswers?: WrongAnswer[] }>> {
  const found = await findOffer(tx, wanted, { viewerId: mentee.id, mentor });
  if (!found.ok) return found;
  const { offer } = found.value;
  if (offer.mentorId === mentee.id) return refused('own_slot');
  if (offer.priceCredits > wanted.priceCredits) return refused('price_changed');

  const { starts, details } = wanted;
  // One after the other on the transaction's connection, but without waiting in between.
  const [questions, desk] = await Promise.all([
    listAskedQuestions(tx, offer),
    openDesk(tx, { offer, starts, menteeId: mentee.id, now }),
  ]);
  const answers = checkAnswers(questions, wanted.answers);
  const placing = {
    offer,
    owner: { menteeId: mentee.id },
    details,
    answers,
    ...(batchId !== undefined && { batchId }),
    now,
  };
  const booked: BookedSlot[] = [];
  const failures: RefusedSlot[] = [];
  const inOrder = starts
    .map((startsAt, index) => ({ startsAt, index }))
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  for (const slot of inOrder) {
    const taken = await bookOne(tx, { slot, desk, placing });
    if (taken.ok) booked.push({ ...slot, ...taken.value });
    // Without answers nothing is booked, but a time that has gone is heard of first.
    else if (taken.reason === 'answers_wrong') return taken;
    else failures.push({ ...slot, reason: taken.reason });
  }
  await concludeBookings(tx, { ...placing, placed: booked });
  return ok({ offer, booked: booked.sort(byIndex), failures: failures.sort(byIndex) });
}

/** What slots are checked against: as it was read, and as it is after each booking. */
interface Desk {
  /** Null when no slot is within anybody's reach. */
  schedule: Schedule | null;
  ownTime: Interval[];
  credits: number;
}

async function openDesk(
  tx: Transaction,
  {
    offer,
    starts,
    menteeId,
    now,
  }: { offer: BookableOffer; starts: Temporal.Instant[]; menteeId: string; now: Temporal.Instant },
): Promise<Desk> {
  const reachable = reachableStarts(starts, now);
  const periods = reachable.map((start) => periodOf(offer, start));
  const [schedule, ownTime, credits] = await Promise.all([
    readSchedule(tx, { offer, starts: reachable, now }),
    // The constraint guards the mentee against another booking as mentee. That they are no mentor to
    // somebody else then is guarded here alone, and by the lock on them that both transactions take.
    listOwnTime(tx, { personId: menteeId, periods, now }),
    offer.priceCredits === 0 ? 0 : getSpendableCredits(tx, { userId: menteeId }),
  ]);
  return { schedule, ownTime, credits };
}

async function bookOne(
  tx: Transaction,
  {
    slot: { startsAt },
    desk,
    placing,
  }: {
    slot: { startsAt: Temporal.Instant };
    desk: Desk;
    placing: Omit<Placing, 'free' | 'answers'> & { answers: ReturnType<typeof checkAnswers> };
  },
): Promise<Result<PlacedBooking, SlotRefusal> | WrongAnswers> {
  const { offer, details, answers, now } = placing;
  const { start, end } = periodOf(offer, startsAt);
  const span = { start: start.epochMilliseconds, end: end.epochMilliseconds };
  const { schedule } = desk;
  if (!schedule) return refused('not_offered');
  const free = judgeSlot(schedule, offer, { start: span.start, now });
  const meetsOwn = desk.ownTime.some((own) => meets(own, span));
  // A slot that the mentee has themselves is not somebody else's.
  if (!free.ok) return free.reason === 'slot_taken' && meetsOwn ? refused('overlaps_yours') : free;
  const lacking = refusalOfDetails(offer, details, free.value.joins);
  if (lacking) return refused(lacking);
  if (!answers.ok) return answers;
  if (meetsOwn) return refused('overlaps_yours');
  if (desk.credits < offer.priceCredits) return refused('not_enough_credits');

  const taken = await takeSeat(tx, { ...placing, answers: answers.value, free: free.value });
  if (!taken.ok) return taken;
  desk.schedule = withSession(schedule, taken.value.session);
  desk.ownTime.push(span);
  desk.credits -= offer.priceCredits;
  return taken;
}

/** The offer, when it exists for the booker and its mentor takes bookings. */
export async function findOffer(
  tx: Transaction,
  { mentorId, variantId }: Pick<Wanted, 'mentorId' | 'variantId'>,
  { viewerId, mentor }: { viewerId: string | null; mentor: Person | undefined },
): Promise<Result<{ offer: BookableOffer }, 'not_found' | 'not_taking_bookings'>> {
  const offer = mentor && (await getOffer(tx, { mentorId, variantId, viewerId }));
  if (!offer) return refused('not_found');
  if (!offer.takingBookings) return refused('not_taking_bookings');
  return ok({ offer });
}

/** Whoever joins a session takes it in the format that it has; a new one is in the format asked for. */
export function refusalOfDetails(
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
