import type { Schedule, Interval } from '@/domain/schedules';
import { freeSlots, isTaken, sessionToJoin } from './free-slots';
import { horizonEnd } from './limits';
import type { Offer } from '../schema/schedule';
import { meets } from '@/lib/scheduling';
import type { CheckedTime, TimeObstacle } from '../schema/series';

const minuteMs = 60_000;

/**
 * Which of `starts` are free, by themselves: whether they go together is not looked at. `schedule`
 * must cover them, except beyond its horizon. `own` is when the viewer has sessions themselves; it is
 * theirs to know, so it is named before what only the mentor's schedule would say.
 */
export function checkTimes(
  schedule: Schedule,
  offer: Offer,
  { starts, own, now }: { starts: readonly number[]; own: readonly Interval[]; now: number },
): CheckedTime[] {
  const free = new Set(freeStarts(schedule, offer, { starts, now }));
  const obstacleTo = (start: number): TimeObstacle | null => {
    const end = start + offer.durationMinutes * minuteMs;
    if (start < now + Math.max(schedule.minimumNoticeMinutes * minuteMs, 1)) return 'too_soon';
    if (start >= horizonEnd(schedule, now)) return 'too_far';
    if (own.some((busy) => meets(busy, { start, end }))) return 'overlaps_yours';
    if (free.has(start)) return null;
    return isTaken(schedule, offer, { start, now }) ? 'taken' : 'not_offered';
  };
  return starts.map((start) => ({
    start,
    obstacle: obstacleTo(start),
    settledFormat: sessionToJoin(schedule, offer, start)?.format ?? null,
  }));
}

/** One run of the engine for each day or so that something is asked of: a series has gaps of weeks. */
function freeStarts(
  schedule: Schedule,
  offer: Offer,
  { starts, now }: { starts: readonly number[]; now: number },
): number[] {
  return starts.flatMap((start) =>
    freeSlots(schedule, offer, { now, from: start, to: start + 1 }).map((slot) => slot.start),
  );
}
