import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { listSchedules } from '@/db/queries/schedules';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import type { SentAnswer } from '@/lib/orders/schema/answers';
import { orderSlots } from '@/lib/orders/service/order-slots';
import type { SlotInstant } from '@/lib/scheduling';
import { freeSlots, sessionToJoin } from '@/lib/slots/rules/free-slots';
import type { Offer } from '@/lib/slots/schema/schedule';
import type { Booker, Cast } from './cast';
import type { Random } from './random';
import { pickText } from './texts';
import type { WrittenMentor } from './write-mentors';
import { found } from './write-people';

/** Slots that somebody tries before they give up: of those that are free, some overlap their own. */
const mostTries = 8;

/** Who wants to meet whom, and in which stretch the slot starts, in epoch milliseconds. */
export interface Wish {
  booker: Booker;
  mentor: WrittenMentor;
  from: number;
  to: number;
  /** Which of the mentor's offers do; any where it is left out. */
  suits?: (offer: Offer) => boolean;
  /** All starts of an order, from its first and what is free; none: not with this first. The first alone where it is left out. */
  starts?: (first: SlotInstant, free: readonly SlotInstant[]) => number[];
}

/** What came of a wish. Instants are epoch milliseconds. */
export interface Booked {
  bookingIds: string[];
  status: 'held' | 'pending' | 'confirmed';
  bookedAt: number;
  slot: SlotInstant;
  offer: Offer;
  booker: Booker;
  mentor: WrittenMentor;
}

/** Orders a slot of the wish's stretch as of `now`. @returns null where there is none to be had. */
export async function ask(
  wish: Wish,
  { random }: Pick<Cast, 'random'>,
  now: Temporal.Instant,
): Promise<Booked | null> {
  const { booker, mentor, starts = ({ start }) => [start] } = wish;
  const choices = await listChoices(wish, random, now);
  const freeOf = (offer: Offer) =>
    choices.filter((choice) => choice.offer === offer).map(({ slot }) => slot);
  let tries = 0;
  for (const { offer, slot } of choices) {
    const wanted = starts(slot, freeOf(offer));
    if (wanted.length === 0) continue;
    if (tries === mostTries) break;
    tries += 1;
    const result = await orderSlots({
      booker: asBooker(booker),
      requestId: uuidv7(),
      mentorId: mentor.id,
      variantId: offer.variantId,
      link: null,
      starts: wanted.map((at) => Temporal.Instant.fromEpochMilliseconds(at)),
      policy: 'all',
      details: detailsFor(booker, mentor, random),
      answers: answersFor(offer, mentor, random),
      priceCredits: Number.MAX_SAFE_INTEGER,
      now,
    });
    if (!result.ok) continue;
    const { bookings } = result.value;
    const { status } = bookings[0];
    const bookingIds = bookings.map(({ bookingId }) => bookingId);
    return { bookingIds, status, bookedAt: now.epochMilliseconds, slot, offer, booker, mentor };
  }
  return null;
}

/** The mentor's free slots with their offers, in the order to try them: people gather in groups that have begun. */
export async function listChoices(
  { mentor, from, to, suits = () => true }: Omit<Wish, 'booker'>,
  random: Random,
  now: Temporal.Instant,
): Promise<{ offer: Offer; slot: SlotInstant }[]> {
  const [row] = await listSchedules(db, {
    mentorIds: [mentor.id],
    from: Temporal.Instant.fromEpochMilliseconds(from),
    to: Temporal.Instant.fromEpochMilliseconds(to),
    now,
  });
  const schedule = found(row, mentor.demo.name);
  const asked = { now: now.epochMilliseconds, from, to };
  const choices = mentor.offers
    .filter(suits)
    .flatMap((offer) => freeSlots(schedule, offer, asked).map((slot) => ({ offer, slot })));
  const hasBegun = ({ offer, slot }: (typeof choices)[number]) =>
    offer.capacity > 1 && sessionToJoin(schedule, offer, slot.start) !== null;
  return random.shuffle(choices).toSorted((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)));
}

function asBooker({ id, person }: Booker) {
  const { name, email, locale, timeZone } = person;
  if (id !== null) return { kind: 'user' as const, userId: id, network: null };
  return { kind: 'visitor' as const, name, email, locale, timeZone, network: null };
}

function detailsFor({ person }: Booker, { demo }: WrittenMentor, random: Random): BookingDetails {
  return {
    format: found(random.pick(demo.formats ?? []), 'a format'),
    // From the numbers that Ofcom keeps for films: nobody's. Kept with a booking by phone only,
    // and that is also what joining somebody else's group can turn out to be.
    phone: '+44 20 7946 0123',
    place: '',
    subject: pickText(random, person.locale, 'subjects'),
    notes: pickText(random, person.locale, 'notes'),
  };
}

/** Whatever must be answered is; the rest mostly. */
function answersFor(offer: Offer, { questions }: WrittenMentor, random: Random): SentAnswer[] {
  return (questions.get(offer.variantId) ?? []).map(({ id, text, isRequired, answers }) => {
    const isAnswered = isRequired || random.chance(0.7);
    return {
      questionId: id,
      question: text,
      answer: isAnswered ? (random.pick(answers) ?? '') : '',
    };
  });
}
