import type { Temporal } from 'temporal-polyfill';
import { ask, type Booked } from './ask';
import { type Cast, mayBook } from './cast';
import type { Random } from './random';
import { planSteps, type Step } from './steps';
import type { Timeline } from './timeline';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Days of history: a fortnight shows two of each weekday. */
export const historyDays = 14;

/** Plans what people wish for on the days up to `now`: for the coming days mostly, sometimes weeks. */
export function planEverydays(timeline: Timeline, cast: Cast, now: Temporal.Instant): void {
  const { random } = cast;
  const first = now.toZonedDateTimeISO('UTC').startOfDay().subtract({ days: historyDays });
  for (let count = 0; count <= historyDays; count += 1) {
    const midnight = first.add({ days: count });
    const visits = midnight.dayOfWeek >= 6 ? random.between(1, 2) : random.between(3, 5);
    for (let visit = 0; visit < visits; visit += 1) {
      const at = midnight.epochMilliseconds + random.between(6 * 60, 22 * 60 - 1) * minute;
      planVisit(timeline, cast, at);
    }
  }
}

function planVisit(timeline: Timeline, cast: Cast, at: number): void {
  const { random } = cast;
  const mentor = random.pickWeighted(cast.mentors, ({ demo }) => demo.demand);
  if (!mentor) return;
  const people = random.chance(0.1) ? cast.visitors : cast.bookers;
  const booker = random.pick(people.filter((person) => mayBook(person, mentor)));
  if (!booker) return;
  const reach = random.chance(0.35) ? random.between(14, 32) : random.between(3, 10);
  timeline.add(at, async (now) => {
    const booked = await ask({ booker, mentor, from: at, to: at + reach * day }, cast, now);
    if (booked) planSteps(outcomeOf(booked, random), booked, { timeline, random });
  });
}

/** What becomes of a booking: most take place, some are called off, a few wait in vain. */
function outcomeOf(booked: Booked, random: Random): Step[] {
  const { status, bookedAt, mentor } = booked;
  if (status === 'held') {
    if (random.chance(0.4)) return [];
    const at = bookedAt + random.between(2, 15) * minute;
    const answer = { at: at + 2 * hour, does: 'confirm' } as const;
    const isAnsweredByHand = mentor.demo.rules?.confirmation === 'manual';
    const { end } = booked.slot;
    return [
      { at, does: 'openLink' },
      ...(isAnsweredByHand ? [answer] : []),
      { at: end + random.between(0, 40) * minute, does: 'complete' },
    ];
  }
  if (status === 'confirmed') return courseOf(booked, random);
  const at = bookedAt + random.between(40, 360) * minute;
  const roll = random.next();
  if (roll < 0.1) return [{ at, does: 'cancelAsMentor' }];
  if (roll < 0.2) return [];
  return [{ at, does: 'confirm' }, ...courseOf({ ...booked, bookedAt: at }, random)];
}

function courseOf({ bookedAt, slot }: Booked, random: Random): Step[] {
  const roll = random.next();
  if (roll < 0.15) {
    const at = Math.round(bookedAt + random.next() * (slot.start - bookedAt));
    return [{ at, does: roll < 0.1 ? 'cancelAsMentee' : 'cancelAsMentor' }];
  }
  if (roll < 0.2) return [{ at: slot.start + 15 * minute, does: 'menteeAbsent' }];
  return agreedCourse(slot, random);
}

/** Nobody calls it off or stays away. */
export function agreedCourse({ start, end }: Booked['slot'], random: Random): Step[] {
  return [
    { at: start - random.between(1, 5) * minute, does: 'checkIn' },
    { at: start + random.between(0, 2) * minute, does: 'start' },
    { at: end + random.between(0, 40) * minute, does: 'complete' },
  ];
}
