import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { ViewerExecutor } from '@/db/viewer';
import { addDays } from '@/kernel/time/calendar';
import { listSchedules } from '@/db/queries/schedules';
import { freeSlots, nothingTaken, withoutSession } from '../rules/free-slots';
import { fullDays, weeksOfSlots } from '../rules/weeks-of-slots';
import { startOfDay } from '@/lib/scheduling';
import type { Offer } from '../schema/schedule';
import { type WeeksAsked, type WeeksOfSlots, weeksShown } from '../schema/weeks';

/**
 * Five weeks of a mentor's available slots, for a page: five queries and one run of the engine over the
 * whole booking horizon, which also tells where the next slot is; and one over the weeks as if nothing
 * were taken. Never cached: a slot that is shown must be one that can be had. Whether the viewer may see
 * the mentor has been asked before.
 * @param timeZone the zone whose weeks they are
 */
export async function loadWeeks(
  executor: ViewerExecutor,
  {
    mentorId,
    offer,
    horizonDays,
    asked,
    timeZone,
    leaving = null,
  }: {
    mentorId: string;
    offer: Offer;
    horizonDays: number;
    asked: WeeksAsked;
    timeZone: string;
    /** A booking that is to have another time: not the one it has, at `start` (epoch milliseconds). */
    leaving?: {
      start: number;
      /** Its session when that goes along, and so is in nobody's way; else null. */
      sessionId: string | null;
    } | null;
  },
): Promise<WeeksOfSlots> {
  const now = Temporal.Now.instant();
  // The horizon ends with a local day, so a day more than it counts is enough in every zone.
  const to = now.add({ hours: 24 * (horizonDays + 2) });
  const [whole] = await listSchedules(executor, { mentorIds: [mentorId], from: now, to, now });
  const schedule = whole && withoutSession(whole, leaving?.sessionId ?? null);
  const stretch = {
    now: now.epochMilliseconds,
    from: now.epochMilliseconds,
    to: to.epochMilliseconds,
  };
  const free = schedule ? freeSlots(schedule, offer, stretch) : [];
  const slots = leaving ? free.filter(({ start }) => start !== leaving.start) : free;
  const weeks = weeksOfSlots(slots, { asked, now: stretch.now, horizonDays, timeZone });
  const begin = startOfDay(weeks.from, timeZone);
  const end = startOfDay(addDays(weeks.from, weeksShown * 7), timeZone);
  const untaken = schedule
    ? freeSlots(nothingTaken(schedule), offer, { now: stretch.now, from: begin, to: end })
    : [];
  const shown = { ...weeks, full: fullDays(weeks, untaken, timeZone) };
  if (offer.capacity === 1) return { ...shown, seats: null, settled: [] };
  const starts = new Set(shown.starts);
  const settled = (schedule?.sessions ?? []).filter(
    ({ start, variantId, seatsTaken }) =>
      variantId === offer.variantId && seatsTaken > 0 && starts.has(start),
  );
  return { ...shown, settled: settled.map(({ start, format }) => ({ start, format })) };
}
