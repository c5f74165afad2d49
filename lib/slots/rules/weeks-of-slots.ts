import { startOfDay, type SlotInstant } from '@/lib/scheduling';
import { addDays, type Day, mondayOf } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import {
  isInWeeks,
  type WeeksAsked,
  weeksMoved,
  type WeeksOfSlots,
  weeksShown,
} from '../schema/weeks';

/** No two zones are further apart than UTC-12 and UTC+14. */
const widestZoneGap = 26 * 60 * 60_000;

/**
 * What a page shows of all of a mentor's available `slots`: the weeks from this one on, unless others are
 * asked for, or a day that is not in them. Weeks are those of `timeZone`, from Monday.
 */
export function weeksOfSlots(
  slots: SlotInstant[],
  {
    asked,
    now,
    horizonDays,
    timeZone,
  }: { asked: WeeksAsked; now: number; horizonDays: number; timeZone: string },
): Omit<WeeksOfSlots, 'settled' | 'seats' | 'full'> & { seats: number[] } {
  const today = localDay(now, timeZone);
  const first = mondayOf(today);
  const last = addDays(today, horizonDays);
  const wanted = asked.from ?? asked.day;
  const isDefault = asked.from === null && (asked.day === null || isInWeeks(asked.day, first));
  const from = isDefault || wanted === null ? first : mondayOf(wanted);
  const after = addDays(from, weeksShown * 7);
  const [begin, end] = [startOfDay(from, timeZone), startOfDay(after, timeZone)];
  const shown = slots.filter(
    ({ start }) => start >= begin - widestZoneGap && start < end + widestZoneGap,
  );
  const later = slots.find(({ start }) => start >= end);
  const earlier = slots.find(({ start }) => start < begin);
  return {
    from,
    previous: previousOf(from, { first, last }),
    next: from < first ? first : after <= last ? addDays(from, weeksMoved * 7) : null,
    closed: after <= today ? 'past' : from > last ? 'beyond' : null,
    starts: shown.map(({ start }) => start),
    seats: shown.map(({ seatsLeft }) => seatsLeft),
    nextFree: (later ?? earlier)?.start ?? null,
  };
}

function previousOf(from: Day, { first, last }: { first: Day; last: Day }): Day | null {
  if (from <= first) return null;
  const before = addDays(from, -weeksMoved * 7);
  const latest = mondayOf(last);
  return before > latest ? latest : before > first ? before : first;
}

/** The days among the weeks that have slots when nothing is taken, and none as it is. */
export function fullDays(
  { from, starts }: Pick<WeeksOfSlots, 'from' | 'starts'>,
  untaken: readonly SlotInstant[],
  timeZone: string,
): Day[] {
  const available = new Set(starts.map((start) => localDay(start, timeZone)));
  const days = new Set(untaken.map(({ start }) => localDay(start, timeZone)));
  return [...days].filter((day) => isInWeeks(day, from) && !available.has(day));
}
