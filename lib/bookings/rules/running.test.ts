import { describe, expect, it } from 'vitest';
import type { BookingFacts } from './booking';
import { refusalOfCheckIn, runningSteps } from './running';

const minute = 60_000;
const startsAt = Date.parse('2026-12-08T10:00Z');
const confirmed: BookingFacts = {
  status: 'confirmed',
  startsAt,
  endsAt: startsAt + 60 * minute,
  createdAt: startsAt - 72 * 60 * minute,
  expiresAt: null,
  menteeCheckedInAt: null,
  mentorCheckedInAt: null,
  movedByMentorAt: null,
};
const at = (minutes: number) => startsAt + minutes * minute;
const here = startsAt - 5 * minute;

/** "check_in 09:50": possible from then; without a time: possible now. */
function steps(facts: Partial<BookingFacts>, by: 'mentee' | 'mentor', minutes: number) {
  const now = startsAt + minutes * minute;
  return runningSteps({ ...confirmed, ...facts }, { by, now }).map(({ step, possibleAt }) =>
    possibleAt === null ? step : `${step} ${new Date(possibleAt).toISOString().slice(11, 16)}`,
  );
}

describe('runningSteps', () => {
  it.each([
    // Days before: only from when one can come in.
    ['mentee', -3000, {}, ['check_in 09:50']],
    ['mentor', -3000, {}, ['check_in 09:50', 'start 09:50']],
    // Coming in: the ends are announced with their times.
    ['mentee', -10, {}, ['check_in', 'no_show 10:10']],
    ['mentor', -10, {}, ['check_in', 'start', 'complete 11:00', 'no_show 10:10']],
    ['mentor', 0, { mentorCheckedInAt: here }, ['start', 'complete 11:00', 'no_show 10:10']],
    // Ten minutes in, whoever has not come can be called absent; whoever has cannot.
    ['mentee', 10, { menteeCheckedInAt: here }, ['no_show']],
    ['mentee', 10, { menteeCheckedInAt: here, mentorCheckedInAt: here }, []],
    ['mentor', 10, { menteeCheckedInAt: here }, ['check_in', 'start', 'complete 11:00']],
    // Both there: it may be closed early.
    [
      'mentor',
      30,
      { status: 'in_progress', menteeCheckedInAt: here, mentorCheckedInAt: here },
      ['complete'],
    ],
    // Over: nobody comes in any more.
    ['mentor', 60, {}, ['complete', 'no_show']],
    ['mentee', 60, {}, ['no_show']],
  ] as const)('the %s, %i minutes from the start, %o: %o', (by, minutes, facts, expected) => {
    expect(steps(facts, by, minutes)).toEqual(expected);
  });

  it.each(['held', 'pending', 'cancelled', 'expired', 'completed', 'no_show'] as const)(
    'is nothing for a booking that is %s',
    (status) => {
      for (const by of ['mentee', 'mentor'] as const) {
        for (const minutes of [-3000, 0, 30, 90])
          expect(steps({ status }, by, minutes)).toEqual([]);
      }
    },
  );
});

describe('refusalOfCheckIn', () => {
  it('is for the two sides, of a session that is on, from ten minutes before', () => {
    expect(refusalOfCheckIn(confirmed, { by: 'mentee', now: at(-10) })).toBeNull();
    expect(refusalOfCheckIn(confirmed, { by: 'mentee', now: at(-10) - 1 })).toBe('too_early');
    expect(refusalOfCheckIn(confirmed, { by: 'admin', now: at(0) })).toBe('not_allowed');
    const pending = { ...confirmed, status: 'pending' as const };
    expect(refusalOfCheckIn(pending, { by: 'mentor', now: at(0) })).toBe('not_allowed');
  });
});
