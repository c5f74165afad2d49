import type { Temporal } from 'temporal-polyfill';
import type { DemoPerson } from '../people';
import type { Random } from '../random';
import type { WrittenMentor } from '../write-mentors';

/** Somebody of the demo who books. Without an id: a visitor, known by the address alone. */
export interface Booker {
  id: string | null;
  person: DemoPerson;
}

/** One wish of the history: who wants to book whom, and when they ask. */
export interface Visit {
  mentor: WrittenMentor;
  booker: Booker;
  at: Temporal.Instant;
}

export interface Cast {
  mentors: WrittenMentor[];
  bookers: Booker[];
  visitors: Booker[];
  /** Those who book more than others: the people whom the demo signs in as. */
  regulars: Booker[];
}

const waking = { fromHour: 6, untilHour: 22 };

/**
 * The wishes of one day, which starts at `midnight` UTC. Nobody turns up twice on a day, as booker or
 * as the mentor who is booked.
 */
export function planDay(cast: Cast, midnight: Temporal.Instant, random: Random): Visit[] {
  const isWeekend = midnight.toZonedDateTimeISO('UTC').dayOfWeek >= 6;
  const regulars = cast.regulars.filter(() => random.chance(0.4));
  const others = random.shuffle(cast.bookers.filter((booker) => !regulars.includes(booker)));
  const waiting = [...regulars, ...others];
  const visits: Visit[] = [];
  const seen = new Set<string>();

  const mostMentors = isWeekend ? random.between(1, 2) : random.between(3, 5);
  for (let count = 0; count < mostMentors; count += 1) {
    const free = cast.mentors.filter(({ id }) => !seen.has(id));
    const mentor = random.pickWeighted(free, ({ demo }) => demo.demand);
    if (!mentor) break;
    seen.add(mentor.id);
    const hasGroups = mentor.offers.some((offer) => offer.capacity > 1);
    const wanted = random.between(1, hasGroups ? 4 : 2);
    for (let taken = 0; taken < wanted; taken += 1) {
      const index = waiting.findIndex((booker) => mayBook(booker, mentor) && !isSeen(seen, booker));
      const [booker] = index === -1 ? [] : waiting.splice(index, 1);
      if (!booker) break;
      if (booker.id !== null) seen.add(booker.id);
      visits.push({ mentor, booker, at: momentOf(midnight, random) });
    }
    const visitor = random.chance(0.1) ? random.pick(cast.visitors) : undefined;
    if (visitor && mentor.demo.organization === undefined) {
      visits.push({ mentor, booker: visitor, at: momentOf(midnight, random) });
    }
  }
  return visits;
}

function isSeen(seen: Set<string>, { id }: Booker): boolean {
  return id !== null && seen.has(id);
}

/** Whether a booker can see the mentor at all: a private organization is for its members. */
export function mayBook({ person }: Booker, { demo }: WrittenMentor): boolean {
  return demo.organization === undefined || (person.memberOf ?? []).includes(demo.organization);
}

function momentOf(midnight: Temporal.Instant, random: Random): Temporal.Instant {
  const { fromHour, untilHour } = waking;
  return midnight.add({ minutes: random.between(fromHour * 60, untilHour * 60 - 1) });
}
