import { wallTimePattern, type WindowDraft } from '@/domain/availability';
import { canonicalTimeZone } from '@/lib/scheduling';
import { addDays, knownDay, weekdayOf } from '@/kernel/time/calendar';
import { isTimeZone } from '@/kernel/time/zone-names';
import { mostSeats } from '@/lib/availability/constants';

/** What cannot be saved of a set of windows, by row and field. */
export interface WindowProblem {
  row: number;
  field: 'days' | 'start' | 'end' | 'timeZone' | 'capacity' | 'firstOn' | 'lastOn';
  problem:
    | 'required'
    | 'not_a_time'
    | 'end_before_start'
    | 'unknown_zone'
    | 'out_of_range'
    | 'not_a_date'
    | 'dates_out_of_order'
    /** With the row `other`, which comes before. */
    | 'overlap';
  other?: number;
}

/**
 * Why these windows cannot be saved: none when they can. Two that are active must not overlap on one
 * date of one zone (in different zones they may: that is how a mentor opens for two places at once).
 */
export function windowProblems(
  windows: readonly WindowDraft[],
  mentorTimeZone: string,
): WindowProblem[] {
  const problems = windows.flatMap((window, row) =>
    ownProblems(window).map((problem) => ({ row, ...problem })),
  );
  const flawed = new Set(problems.map(({ row }) => row));
  const sound = windows
    .map((window, row) => ({ ...window, row, zone: window.timeZone ?? mentorTimeZone }))
    .filter(({ row, active }) => active && !flawed.has(row))
    .map((window) => ({ ...window, zone: canonicalTimeZone(window.zone) }));
  for (const [index, window] of sound.entries()) {
    const other = sound.slice(0, index).find((candidate) => overlap(candidate, window));
    if (other) {
      problems.push({ row: window.row, field: 'start', problem: 'overlap', other: other.row });
    }
  }
  return problems.toSorted((one, other) => one.row - other.row);
}

function ownProblems(window: WindowDraft): Omit<WindowProblem, 'row'>[] {
  const { days, start, end, timeZone, capacity, firstOn, lastOn } = window;
  const problems: Omit<WindowProblem, 'row'>[] = [];
  if (days.length === 0) problems.push({ field: 'days', problem: 'required' });
  if (days.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    problems.push({ field: 'days', problem: 'out_of_range' });
  }
  for (const [field, value] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (value === '') problems.push({ field, problem: 'required' });
    else if (!wallTimePattern.test(value)) problems.push({ field, problem: 'not_a_time' });
  }
  // "09:00" and its like sort as text.
  if (problems.length === 0 && end <= start) {
    problems.push({ field: 'end', problem: 'end_before_start' });
  }
  if (timeZone !== null && !isTimeZone(timeZone)) {
    problems.push({ field: 'timeZone', problem: 'unknown_zone' });
  }
  if (
    capacity !== null &&
    !(Number.isInteger(capacity) && capacity >= 1 && capacity <= mostSeats)
  ) {
    problems.push({ field: 'capacity', problem: 'out_of_range' });
  }
  return [...problems, ...dateProblems({ firstOn, lastOn })];
}

function dateProblems({
  firstOn,
  lastOn,
}: Pick<WindowDraft, 'firstOn' | 'lastOn'>): Omit<WindowProblem, 'row'>[] {
  if (firstOn !== null && knownDay(firstOn) === null) {
    return [{ field: 'firstOn', problem: 'not_a_date' }];
  }
  if (lastOn !== null && knownDay(lastOn) === null) {
    return [{ field: 'lastOn', problem: 'not_a_date' }];
  }
  const isOutOfOrder = firstOn !== null && lastOn !== null && lastOn < firstOn;
  return isOutOfOrder ? [{ field: 'lastOn', problem: 'dates_out_of_order' }] : [];
}

type Placed = Omit<WindowDraft, 'timeZone'> & { zone: string };

function overlap(one: Placed, other: Placed): boolean {
  if (one.zone !== other.zone || one.end <= other.start || other.end <= one.start) return false;
  const shared = one.days.filter((day) => other.days.includes(day));
  return shared.length > 0 && hasWeekday(shared, laterFirst(one, other), earlierLast(one, other));
}

/** The later of two first dates; null is open. */
function laterFirst(one: Placed, other: Placed): string | null {
  if (one.firstOn === null || other.firstOn === null) return one.firstOn ?? other.firstOn;
  return one.firstOn > other.firstOn ? one.firstOn : other.firstOn;
}

function earlierLast(one: Placed, other: Placed): string | null {
  if (one.lastOn === null || other.lastOn === null) return one.lastOn ?? other.lastOn;
  return one.lastOn < other.lastOn ? one.lastOn : other.lastOn;
}

/** Whether one of the weekdays lies between two dates, both inclusive. */
function hasWeekday(weekdays: number[], first: string | null, last: string | null): boolean {
  if (first === null || last === null) return true;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) return true;
    // A whole week has every weekday.
    if (day >= addDays(first, 6)) return true;
  }
  return false;
}
