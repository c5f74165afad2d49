import type { Random } from '../random';

const minute = 60_000;
const hour = 60 * minute;

/** What somebody does about a booking. */
export type StepKind =
  | 'open_link'
  | 'confirm'
  | 'decline'
  | 'cancel_as_mentee'
  | 'cancel_as_mentor'
  | 'check_in'
  | 'start'
  | 'complete'
  | 'mentee_absent'
  | 'mentor_absent';

/** A step and when it is done, in epoch milliseconds. */
export interface Step {
  kind: StepKind;
  at: number;
}

/** What decides how a booking goes on. Instants are epoch milliseconds. */
export interface Beginning {
  status: 'held' | 'pending' | 'confirmed';
  bookedAt: number;
  start: number;
  end: number;
  isGroup: boolean;
  isAnsweredByHand: boolean;
}

/**
 * What becomes of a booking: most take place, some are called off, a few wait in vain. The steps are
 * in order of time; each is one that the state table allows then.
 */
export function decideOutcome(beginning: Beginning, random: Random): Step[] {
  switch (beginning.status) {
    case 'held':
      return proof(beginning, random);
    case 'pending':
      return answer(beginning, random);
    case 'confirmed':
      return course(beginning, random);
  }
}

/** Nobody calls it off or stays away, nor leaves a request without its yes. */
export function takePlace(beginning: Beginning, random: Random): Step[] {
  const isAsked = beginning.status === 'pending';
  const yes = { kind: 'confirm' as const, at: beginning.bookedAt + hour / 2 };
  return [...(isAsked ? [yes] : []), ...asAgreed(beginning, random)];
}

function asAgreed({ start, end }: Beginning, random: Random): Step[] {
  return [
    { kind: 'check_in', at: start - random.between(1, 5) * minute },
    { kind: 'start', at: start + random.between(0, 2) * minute },
    { kind: 'complete', at: end + random.between(0, 40) * minute },
  ];
}

/** A visitor opens the link within the life of the hold, or never. */
function proof({ bookedAt, end, isAnsweredByHand }: Beginning, random: Random): Step[] {
  if (random.chance(0.5)) return [];
  const at = bookedAt + random.between(2, 15) * minute;
  return [
    { kind: 'open_link', at },
    ...(isAnsweredByHand ? [{ kind: 'confirm' as const, at: at + 2 * hour }] : []),
    { kind: 'complete', at: end + random.between(0, 40) * minute },
  ];
}

/** A request is answered within six hours, so well before it lapses, or never. */
function answer(beginning: Beginning, random: Random): Step[] {
  const at = beginning.bookedAt + random.between(40, 360) * minute;
  const outcome = random.next();
  if (outcome < 0.08) return [{ kind: 'decline', at }];
  if (outcome < 0.14) return [{ kind: 'cancel_as_mentee', at }];
  if (outcome < 0.22) return [];
  return [{ kind: 'confirm', at }, ...course({ ...beginning, bookedAt: at }, random)];
}

function course(beginning: Beginning, random: Random): Step[] {
  const { bookedAt, start, end, isGroup } = beginning;
  const outcome = random.next();
  const soon = start - bookedAt < 4 * hour;
  if (outcome < 0.16 && !soon) {
    const at = Math.round(bookedAt + hour + random.next() * (start - bookedAt - 2 * hour));
    return [{ kind: outcome < 0.11 ? 'cancel_as_mentee' : 'cancel_as_mentor', at }];
  }
  if (outcome > 0.95) {
    return [{ kind: 'mentee_absent', at: start + random.between(11, 25) * minute }];
  }
  // The mentor of a group was there for the others.
  if (outcome > 0.93 && !isGroup) {
    return [{ kind: 'mentor_absent', at: start + random.between(11, 25) * minute }];
  }
  if (random.chance(0.35)) return asAgreed(beginning, random);
  return [{ kind: 'complete', at: end + random.between(0, 40) * minute }];
}
