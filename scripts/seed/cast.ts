import type { Random } from './random';
import { type DemoPerson, mentees, visitors } from './people';
import { emailOf, type WrittenMentor } from './write-mentors';
import { found, type WrittenPerson } from './write-people';

/** Somebody of the demo who books. Without an id: a visitor, known by the address alone. */
export interface Booker {
  id: string | null;
  person: DemoPerson;
}

/** Who takes part in the demo, and the dice that it is thrown with. */
export interface Cast {
  mentors: WrittenMentor[];
  bookers: Booker[];
  visitors: Booker[];
  random: Random;
}

/** Mentors who also learn from others: a person is both now and then. */
const learningMentors = ['Aya Kouassi', 'Brian Otieno', 'Chidinma Okafor'];

/** From `written` users in the order of `mentees`. */
export function assembleCast(
  mentors: WrittenMentor[],
  written: WrittenPerson[],
  random: Random,
): Cast {
  const learners = learningMentors.map((name) => mentorOf(mentors, name));
  return {
    mentors,
    bookers: [
      ...mentees.map((person, index) => ({ id: found(written[index], person.email).id, person })),
      ...learners.map(({ id, demo }) => ({ id, person: { ...demo, email: emailOf(demo) } })),
    ],
    visitors: visitors.map((person) => ({ id: null, person })),
    random,
  };
}

export function mentorOf(mentors: readonly WrittenMentor[], name: string): WrittenMentor {
  return found(
    mentors.find(({ demo }) => demo.name === name),
    name,
  );
}

export function bookerOf(cast: Cast, name: string): Booker {
  return found(
    [...cast.bookers, ...cast.visitors].find(({ person }) => person.name === name),
    name,
  );
}

/** Whether a booker can see the mentor: a private organization is for its members, and nobody books themselves. */
export function mayBook({ id, person }: Booker, mentor: WrittenMentor): boolean {
  const { demo } = mentor;
  return (
    id !== mentor.id &&
    (demo.organization === undefined || (person.memberOf ?? []).includes(demo.organization))
  );
}
