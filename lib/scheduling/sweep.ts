import type { Interval } from '@/domain/schedules';
import { visitStarts } from './candidates';
import { IntervalCounter, unionOf } from './intervals';
import type { Joinable, SlotQuery } from './query';
import { openWindows } from './windows';

/** Why a start on the grid is not offered. */
export type Refusal =
  /** The slot would outlast the windows. */
  | 'outside_windows'
  /** A cap is reached: no new session starts here. */
  | 'closed'
  | 'busy'
  /** A session that could be joined at its own time is in the way. */
  | 'other_session'
  /** The session at this very time has no seat left. */
  | 'full';

/**
 * The free slots, ascending, at most `limit` of them; stops looking when it has enough. Each is made
 * by `toSlot` at once: a list of numbers in between would cost as much as finding them.
 */
export function freeSlots<Slot>(
  query: SlotQuery,
  limit: number,
  toSlot: (start: number, end: number, seatsLeft: number) => Slot,
): Slot[] {
  const { duration, earliest, until } = query;
  const slots: Slot[] = [];
  if (earliest >= until || limit < 1) return slots;

  const windows = openWindows(query, earliest, until + duration);
  const judge = createJudge(query, unionOf(windows));
  visitStarts(windows, query.step, earliest, until, (start, capacity) => {
    const verdict = judge(start, capacity);
    if (typeof verdict === 'string') return true;
    slots.push(toSlot(start, start + duration, verdict));
    return slots.length < limit;
  });
  return slots;
}

/** Tells the seats left of a slot, or why it is not offered. */
export type Judge = (start: number, capacity: number) => number | Refusal;

/**
 * The rules for one start, apart from the range and the notice. The judge sweeps: each start it is
 * asked about must be later than the one before. `open` is the union of the windows, in order.
 */
export function createJudge(query: SlotQuery, open: readonly Interval[]): Judge {
  const { duration, bufferBefore, bufferAfter } = query;
  const busy = new IntervalCounter(query.busy);
  const closed = new IntervalCounter(query.closed);
  const sessions = new IntervalCounter(query.joinable.map((session) => session.occupied));
  const sessionAt = sessionFinder(query.joinable, duration);
  let openAt = 0;

  return (start, capacity) => {
    const end = start + duration;
    while ((open[openAt]?.end ?? Infinity) <= start) openAt++;
    if (end > (open[openAt]?.end ?? -Infinity)) return 'outside_windows';

    const joined = sessionAt(start);
    const seatsLeft = capacity - (joined?.seatsTaken ?? 0);
    if (seatsLeft < 1) return 'full';
    if (joined === undefined && closed.containing(start) > 0) return 'closed';

    const occupiedFrom = start - bufferBefore;
    const occupiedUntil = end + bufferAfter;
    if (busy.meeting(occupiedFrom, occupiedUntil) > 0) return 'busy';
    // The session that would be joined is among those that meet the slot.
    const inTheWay = sessions.meeting(occupiedFrom, occupiedUntil) - (joined === undefined ? 0 : 1);
    return inTheWay > 0 ? 'other_session' : seatsLeft;
  };
}

/** Finds the session that has exactly the slot of a start; starts come in ascending order. */
function sessionFinder(
  joinable: readonly Joinable[],
  duration: number,
): (start: number) => Joinable | undefined {
  const sessions = joinable
    .filter((session) => session.end - session.start === duration)
    .toSorted((one, other) => one.start - other.start);
  let next = 0;
  return (start) => {
    while ((sessions[next]?.start ?? Infinity) < start) next++;
    const session = sessions[next];
    return session?.start === start ? session : undefined;
  };
}
