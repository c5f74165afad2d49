import type { Cast } from './history/plan-days';
import { mentees, visitors } from './people';
import type { WrittenMentor } from './write-mentors';
import { found, type WrittenPerson } from './write-people';

/** Mentors who also learn from others: a person is both now and then. */
const learningMentors = ['Aya Kouassi', 'Brian Otieno', 'Chidinma Okafor'];

/** Who takes part in the history, from `written` users in the order of `mentees`. */
export function assembleCast(mentors: WrittenMentor[], written: WrittenPerson[]): Cast {
  const bookers = mentees.map((person, index) => ({
    id: found(written[index], person.email).id,
    person,
  }));
  const learners = mentors
    .filter(({ demo }) => learningMentors.includes(demo.name))
    .map(({ id, demo: { name, email = '', locale, timeZone } }) => ({
      id,
      person: { name, email, locale, timeZone },
    }));
  return {
    mentors,
    bookers: [...bookers, ...learners],
    visitors: visitors.map((person) => ({ id: null, person })),
    regulars: bookers.slice(0, 2),
  };
}
