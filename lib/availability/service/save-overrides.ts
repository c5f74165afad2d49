import type { Temporal } from 'temporal-polyfill';
import type { OverrideRange } from '@/domain/availability';
import { archiveOverrides, insertOverrides } from '@/db/queries/availability';
import { ok, refused, type Result } from '@/kernel/result';
import { knownDay } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { type WindowProblem, windowProblems } from '../rules/window-problems';
import { mostDates } from '../schema/availability';
import { changeAvailability } from './change-availability';

type Refusal =
  | 'no_dates'
  | 'too_many'
  | 'not_a_date'
  | 'past_date'
  | 'invalid_ranges'
  | 'no_ranges';

/** What is to be so on the dates: their usual hours again, nothing, or other hours. */
export type OverrideChange =
  | { kind: 'usual' }
  | { kind: 'closed' }
  | { kind: 'hours'; ranges: OverrideRange[] };

/**
 * Sets what is open on some dates of the mentor's zone in place of their weekly windows. Dates that
 * had an override get the new one; the old one is archived.
 * @param note why, for the mentor alone
 */
export async function saveOverrides({
  userId,
  dates: asked,
  change,
  note,
  now,
}: {
  userId: string;
  dates: string[];
  change: OverrideChange;
  note: string;
  now: Temporal.Instant;
}) {
  const dates = [...new Set(asked)];
  return changeAvailability(
    { userId, now },
    async (
      tx,
      { mentorId, rules },
    ): Promise<Result<{ dates: string[] }, Refusal, { problems: WindowProblem[] }>> => {
      const today = localDay(now.epochMilliseconds, rules.timeZone);
      const problem = problemOfDates(dates, today) ?? problemOfChange(change);
      if (problem) return refused(problem, { problems: [] });
      const ranges = change.kind === 'hours' ? change.ranges : [];
      const problems = rangeProblems(ranges, rules.timeZone);
      if (problems.length > 0) return refused('invalid_ranges', { problems });

      await archiveOverrides(tx, { mentorId, dates, now });
      if (change.kind !== 'usual')
        await insertOverrides(tx, { mentorId, dates, ranges, note, now });
      return ok({ dates });
    },
  );
}

function problemOfDates(dates: string[], today: string): Refusal | null {
  if (dates.length === 0) return 'no_dates';
  if (dates.length > mostDates) return 'too_many';
  if (dates.some((date) => knownDay(date) === null)) return 'not_a_date';
  return dates.some((date) => date < today) ? 'past_date' : null;
}

function problemOfChange(change: OverrideChange): Refusal | null {
  // Other hours that are none would close the date by accident.
  return change.kind === 'hours' && change.ranges.length === 0 ? 'no_ranges' : null;
}

/** One date's hours are windows of a single weekday. */
function rangeProblems(ranges: OverrideRange[], timeZone: string): WindowProblem[] {
  const windows = ranges.map((range) => ({
    ...range,
    days: [1],
    timeZone: null,
    firstOn: null,
    lastOn: null,
    active: true,
  }));
  return windowProblems(windows, timeZone);
}
