import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { listSchedules } from '@/db/queries/schedules';
import { freeSlots, withoutSession } from '../rules/free-slots';
import { monthOfSlots } from '../rules/month-of-slots';
import type { Offer } from '../schema/schedule';
import type { MonthOfSlots } from '../schema/month';

/**
 * A month of a mentor's free slots, for a page: five queries and one run of the engine over the
 * whole booking horizon, which also tells where the next free slot is. Never cached: a slot that is
 * shown must be one that can be had. Whether the viewer may see the mentor has been asked before.
 * @param month "2026-12", or null for the first month in which something is free
 * @param timeZone the zone whose month it is
 */
export async function loadMonth({
  mentorId,
  offer,
  horizonDays,
  month,
  timeZone,
  leaving = null,
}: {
  mentorId: string;
  offer: Offer;
  horizonDays: number;
  month: string | null;
  timeZone: string;
  /** A booking that is to have another time: not the one it has, at `start` (epoch milliseconds). */
  leaving?: {
    start: number;
    /** Its session when that goes along, and so is in nobody's way; else null. */
    sessionId: string | null;
  } | null;
}): Promise<MonthOfSlots> {
  const now = Temporal.Now.instant();
  // The horizon ends with a local day, so a day more than it counts is enough in every zone.
  const to = now.add({ hours: 24 * (horizonDays + 2) });
  const [whole] = await listSchedules(db, { mentorIds: [mentorId], from: now, to, now });
  const schedule = whole && withoutSession(whole, leaving?.sessionId ?? null);
  const asked = {
    now: now.epochMilliseconds,
    from: now.epochMilliseconds,
    to: to.epochMilliseconds,
  };
  const free = schedule ? freeSlots(schedule, offer, asked) : [];
  const slots = leaving ? free.filter(({ start }) => start !== leaving.start) : free;
  const shown = monthOfSlots(slots, { asked: month, now: asked.now, horizonDays, timeZone });
  if (offer.capacity === 1) return { ...shown, seats: null, settled: [] };
  const starts = new Set(shown.starts);
  const settled = (schedule?.sessions ?? []).filter(
    ({ start, variantId, seatsTaken }) =>
      variantId === offer.variantId && seatsTaken > 0 && starts.has(start),
  );
  return { ...shown, settled: settled.map(({ start, format }) => ({ start, format })) };
}
