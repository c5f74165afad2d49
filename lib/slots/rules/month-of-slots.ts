import { startOfDay, type SlotInstant } from '@/lib/scheduling';
import { addDays, addMonths, monthOf } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import type { MonthOfSlots } from '../schema/month';

/** No two zones are further apart than UTC-12 and UTC+14. */
const widestZoneGap = 26 * 60 * 60_000;

/**
 * What a page shows of all of a mentor's free `slots`: the month `asked` for, or without one the
 * first that has a free slot. Months are those of `timeZone`.
 */
export function monthOfSlots(
  slots: SlotInstant[],
  {
    asked,
    now,
    horizonDays,
    timeZone,
  }: { asked: string | null; now: number; horizonDays: number; timeZone: string },
): Omit<MonthOfSlots, 'settled' | 'seats'> & { seats: number[] } {
  const monthAt = (at: number) => monthOf(localDay(at, timeZone));
  const first = monthAt(now);
  const last = monthOf(addDays(localDay(now, timeZone), horizonDays));
  const month = asked ?? (slots[0] ? monthAt(slots[0].start) : first);
  const from = startOfDay(`${month}-01`, timeZone);
  const to = startOfDay(`${addMonths(month, 1)}-01`, timeZone);
  const shown = slots.filter(
    ({ start }) => start >= from - widestZoneGap && start < to + widestZoneGap,
  );
  const later = slots.find(({ start }) => start >= to);
  const earlier = slots.find(({ start }) => start < from);
  // "2026-12" and its like sort as text.
  return {
    month,
    previous: month > last ? last : month > first ? addMonths(month, -1) : null,
    next: month < first ? first : month < last ? addMonths(month, 1) : null,
    closed: month < first ? 'past' : month > last ? 'beyond' : null,
    starts: shown.map(({ start }) => start),
    seats: shown.map(({ seatsLeft }) => seatsLeft),
    nextFree: (later ?? earlier)?.start ?? null,
  };
}
