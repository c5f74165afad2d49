import { type BookingRole, openMinutes, type Side } from '@/domain/bookings';
import type { RunningStep, SessionStep } from '../schema/booking';
import { absentMinutes } from '@/lib/bookings/constants';
import { type BookingFacts, refusalOfTransition, type TransitionRefusal } from './booking';

const minute = 60_000;

/** From when people may come in: the sides check in, the mentor starts. Epoch milliseconds. */
export function opensAt({ startsAt }: Pick<BookingFacts, 'startsAt'>): number {
  return startsAt - openMinutes * minute;
}

/** Why a side may not say that it is there, or null when it may. */
export function refusalOfCheckIn(
  facts: BookingFacts,
  { by, now }: { by: BookingRole; now: number },
): TransitionRefusal | null {
  const isOn = facts.status === 'confirmed' || facts.status === 'in_progress';
  if ((by !== 'mentee' && by !== 'mentor') || !isOn) return 'not_allowed';
  return now >= opensAt(facts) ? null : 'too_early';
}

/**
 * What a side can say of the session, and what it will be able to say later. How a session ends is
 * not worth a word before people come in, and coming in is not once it is over.
 */
export function runningSteps(
  facts: BookingFacts,
  { by, now }: { by: Side; now: number },
): RunningStep[] {
  const opens = opensAt(facts);
  const accused = by === 'mentee' ? 'mentor' : 'mentee';
  const isHere = (by === 'mentee' ? facts.menteeCheckedInAt : facts.mentorCheckedInAt) !== null;
  const isOver = now >= facts.endsAt;
  const ask = (to: 'in_progress' | 'completed' | 'no_show') =>
    refusalOfTransition(facts, { to, by, now, ...(to === 'no_show' && { accused }) });
  const steps: RunningStep[] = [];
  const add = (step: SessionStep, refusal: TransitionRefusal | null, possibleAt: number) => {
    if (refusal === null) steps.push({ step, possibleAt: null });
    if (refusal === 'too_early') steps.push({ step, possibleAt });
  };
  if (!isHere && !isOver) add('check_in', refusalOfCheckIn(facts, { by, now }), opens);
  if (!isOver) add('start', ask('in_progress'), opens);
  if (now >= opens) {
    add('complete', ask('completed'), facts.endsAt);
    add('no_show', ask('no_show'), facts.startsAt + absentMinutes * minute);
  }
  return steps;
}
