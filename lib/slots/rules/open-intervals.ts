import type { Interval, Schedule } from '@/domain/schedules';
import { computeOpenTime } from '@/lib/scheduling';
import { withBuffers } from './free-slots';

/**
 * The time of [from, to) in which a mentor is open and nothing is in the way: their windows with the
 * overrides, less what is busy and less their sessions with buffers. Notice, horizon and caps are
 * left out: it is what a calendar shades, not what is offered. Epoch milliseconds, in order.
 */
export function openIntervals(
  schedule: Schedule,
  { from, to }: { from: number; to: number },
): Interval[] {
  const taken = schedule.sessions.filter(({ seatsTaken }) => seatsTaken > 0).map(withBuffers);
  const busy = [...schedule.busy, ...taken].toSorted((one, other) => one.start - other.start);
  return computeOpenTime(schedule, { from, to }).flatMap((open) => without(open, busy));
}

/** What is left of `open` outside `busy`, which comes in order of its starts. */
function without(open: Interval, busy: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let { start } = open;
  for (const taken of busy) {
    if (taken.end <= start) continue;
    if (taken.start >= open.end) break;
    if (taken.start > start) rest.push({ start, end: taken.start });
    start = taken.end;
  }
  if (start < open.end) rest.push({ start, end: open.end });
  return rest;
}
