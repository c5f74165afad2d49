import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Schedule } from '@/domain/schedules';
import { db } from '@/db/client';
import { listSchedules } from '@/db/queries/schedules';
import { type Asked, freeSlots, sessionToJoin } from '@/lib/slots/rules/free-slots';
import type { Offer } from '@/lib/slots/schema/schedule';
import type { SentAnswer } from '@/lib/orders/schema/answers';
import type { BookingDetails } from '@/lib/bookings/schema/booking';
import { orderSlots } from '@/lib/orders/service/order-slots';
import type { SlotInstant } from '@/lib/scheduling';
import { createRandom, type Random } from '../random';
import { found } from '../write-people';
import type { WrittenMentor } from '../write-mentors';
import { type Parties, perform } from './perform-step';
import type { Diary } from './diary';
import { decideOutcome, type Beginning, type Step } from './outcome';
import type { Booker, Visit } from './plan-days';
import { pickText } from './texts';

const hour = 3_600_000;
const day = 24 * hour;

/** Requests lapse at the start at the latest: a mentor who answers by hand gets time to do it. */
const leadOfRequests = 30 * hour;

/** What a booker asks for: the stretch that the slot starts in, and what becomes of it. In milliseconds. */
export interface Wish extends Omit<Visit, 'mentor'> {
  from: number;
  to: number;
  /** A slot that has ended by then does not do. */
  endsAfter?: number;
  outcome?: (beginning: Beginning, random: Random) => Step[];
}

interface Task {
  at: number;
  run: () => Promise<void>;
}

/**
 * One mentor's part in the history. Everything that happens to the mentor happens here in order of
 * time, each with its own time as `now`, so that what is booked is what could be booked then.
 */
export class MentorDays {
  readonly mentor: WrittenMentor;
  readonly #diary: Diary;
  readonly #random: Random;
  #tasks: Task[] = [];

  constructor(mentor: WrittenMentor, { diary, seed }: { diary: Diary; seed: number }) {
    this.mentor = mentor;
    this.#diary = diary;
    this.#random = createRandom(seed);
  }

  get #answersByHand(): boolean {
    return this.mentor.demo.rules?.confirmation === 'manual';
  }

  /** Adds a wish: for the coming days mostly, sometimes for the coming weeks. */
  expect(visit: Omit<Visit, 'mentor'>): void {
    const at = visit.at.epochMilliseconds;
    const reach = this.#random.chance(0.35)
      ? this.#random.between(14, 32)
      : this.#random.between(3, 12);
    const from = at + (this.#answersByHand ? leadOfRequests : 0);
    this.#add({
      at,
      run: async () => void (await this.book({ ...visit, from, to: from + reach * day })),
    });
  }

  /** When the next thing happens, in epoch milliseconds; never: infinity. */
  get nextAt(): number {
    return this.#tasks[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Lives through the next thing that happens. */
  async liveOn(): Promise<void> {
    await this.#tasks.shift()?.run();
  }

  /** Books a slot of the wish's stretch, if one is free that suits the booker. @returns whether. */
  async book({
    booker,
    at,
    from,
    to,
    endsAfter = 0,
    outcome = decideOutcome,
  }: Wish): Promise<boolean> {
    const { id: mentorId } = this.mentor;
    const schedule = await this.#readSchedule(at, from, to);
    const chosen = this.#choose(schedule, { now: at.epochMilliseconds, from, to }, (slot) => {
      return slot.end > endsAfter && this.#diary.isClear(personOf(booker), slot);
    });
    if (!chosen) return false;
    const { offer, slot } = chosen;

    const result = await orderSlots({
      booker: asBooker(booker),
      requestId: uuidv7(),
      mentorId,
      variantId: offer.variantId,
      link: null,
      starts: [Temporal.Instant.fromEpochMilliseconds(slot.start)],
      policy: 'all',
      details: this.#detailsFor(booker),
      answers: this.#answersFor(offer.variantId),
      priceCredits: Number.MAX_SAFE_INTEGER,
      now: at,
    });
    // Some spend faster than others.
    if (!result.ok && result.reason === 'not_enough_credits') return false;
    if (!result.ok) {
      const when = new Date(slot.start).toISOString();
      throw new Error(`${this.mentor.demo.name} offers ${when}, but booking it: ${result.reason}`);
    }
    this.#diary.add(personOf(booker), slot);
    this.#diary.add(mentorId, slot);

    const { bookingId, status } = result.value.bookings[0];
    const beginning: Beginning = {
      status,
      start: slot.start,
      end: slot.end,
      bookedAt: at.epochMilliseconds,
      isGroup: offer.capacity > 1,
      isAnsweredByHand: this.#answersByHand,
    };
    const parties: Parties = { bookingId, booker, mentor: this.mentor };
    for (const step of outcome(beginning, this.#random)) {
      this.#add({ at: step.at, run: () => perform(step, parties, this.#random) });
    }
    return true;
  }

  async #readSchedule(now: Temporal.Instant, from: number, to: number): Promise<Schedule> {
    const [schedule] = await listSchedules(db, {
      mentorIds: [this.mentor.id],
      from: Temporal.Instant.fromEpochMilliseconds(from),
      to: Temporal.Instant.fromEpochMilliseconds(to),
      now,
    });
    return found(schedule, this.mentor.demo.name);
  }

  /** One of the mentor's offers at one of its free slots. People gather: groups that have begun fill up. */
  #choose(
    schedule: Schedule,
    asked: Asked,
    suits: (slot: SlotInstant) => boolean,
  ): { offer: Offer; slot: SlotInstant } | undefined {
    const choices = this.mentor.offers.map((offer) =>
      freeSlots(schedule, offer, asked)
        .filter((slot) => suits(slot) && (offer.capacity === 1 || slot.seatsLeft > 1))
        .map((slot) => ({ offer, slot })),
    );
    const begun = choices
      .flat()
      .filter(({ offer, slot }) => sessionToJoin(schedule, offer, slot.start) !== null);
    if (begun.length > 0 && this.#random.chance(0.6)) return this.#random.pick(begun);
    return this.#random.pick(this.#random.pick(choices.filter((slots) => slots.length > 0)) ?? []);
  }

  #detailsFor({ person }: Booker): BookingDetails {
    const format = found(this.#random.pick(this.mentor.demo.formats ?? []), 'a format');
    return {
      format,
      // From the numbers that Ofcom keeps for films: nobody's. Kept with a booking by phone only,
      // and that is also what joining somebody else's group can turn out to be.
      phone: '+44 20 7946 0123',
      place: '',
      subject: pickText(this.#random, person.locale, 'subjects'),
      notes: pickText(this.#random, person.locale, 'notes'),
    };
  }

  /** Whatever must be answered is; the rest mostly. */
  #answersFor(variantId: string): SentAnswer[] {
    const asked = this.mentor.questions.get(variantId) ?? [];
    return asked.map(({ id, text, isRequired, answers }) => {
      const isAnswered = isRequired || this.#random.chance(0.7);
      const answer = isAnswered ? found(this.#random.pick(answers), text) : '';
      return { questionId: id, question: text, answer };
    });
  }

  #add(task: Task): void {
    // Those of one moment keep the order in which they came.
    const later = this.#tasks.findIndex((other) => other.at > task.at);
    this.#tasks.splice(later === -1 ? this.#tasks.length : later, 0, task);
  }
}

function personOf({ id, person }: Booker): string {
  return id ?? person.email;
}

function asBooker({ id, person }: Booker) {
  const { name, email, locale, timeZone } = person;
  if (id !== null) return { kind: 'user' as const, userId: id, network: null };
  return { kind: 'visitor' as const, name, email, locale, timeZone, network: null };
}
