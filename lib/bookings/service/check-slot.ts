import type { Temporal } from 'temporal-polyfill';
import { db, type Executor } from '@/db/client';
import { listOwnTime } from '@/db/queries/bookings';
import type { BookableOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import {
  freeSlots,
  isTaken,
  nearestSlots,
  sessionToJoin,
  withoutSession,
} from '@/lib/availability/rules/free-slots';
import type { Schedule, ScheduledSession } from '@/lib/availability/schema/availability';
import { ok, refused, type Result } from '@/lib/result';
import type { SlotInstant } from '@/lib/scheduling';

/** How far to either side of a slot that has gone the nearest free ones are looked for first. */
const nearDays = 14;
/** No horizon is longer, so nothing beyond can be free. */
const farDays = 366;

export interface FreeSlot {
  slot: SlotInstant;
  /** The session that the slot joins, or null when it needs one of its own. */
  joins: ScheduledSession | null;
  schedule: Schedule;
}

/**
 * Whether the engine offers `offer` at `startsAt`, from rows read through `tx`. A session that is
 * about to leave its time (`exceptSessionId`) is in nobody's way.
 */
export async function checkSlot(
  tx: Executor,
  {
    offer,
    startsAt,
    exceptSessionId = null,
    now,
  }: {
    offer: BookableOffer;
    startsAt: Temporal.Instant;
    exceptSessionId?: string | null;
    now: Temporal.Instant;
  },
): Promise<Result<FreeSlot, 'slot_taken' | 'not_offered'>> {
  // A form may say any year: one that no horizon reaches is not worth a query.
  if (!isWithinReach(startsAt, now)) return refused('not_offered');
  const [whole] = await listSchedules(tx, {
    mentorIds: [offer.mentorId],
    from: startsAt,
    to: startsAt.add({ minutes: offer.durationMinutes }),
    now,
  });
  if (!whole) return refused('not_offered');
  const schedule = withoutSession(whole, exceptSessionId);
  const start = startsAt.epochMilliseconds;
  const asked = { now: now.epochMilliseconds, from: start, to: start + 1 };
  const slot = freeSlots(schedule, offer, asked).find((candidate) => candidate.start === start);
  if (slot) return ok({ slot, joins: sessionToJoin(schedule, offer, start), schedule });
  const taken = isTaken(schedule, offer, { start, now: now.epochMilliseconds });
  return refused(taken ? 'slot_taken' : 'not_offered');
}

/**
 * The three free slots nearest to one that is not to be had, of those that do not meet the mentee's
 * own time (`menteeId` is null for somebody whose time is not known).
 */
export async function listAlternatives({
  offer,
  startsAt,
  menteeId,
  now,
}: {
  offer: BookableOffer;
  startsAt: Temporal.Instant;
  menteeId: string | null;
  now: Temporal.Instant;
}): Promise<SlotInstant[]> {
  const wanted = isWithinReach(startsAt, now) ? startsAt : now;
  const near = await freeAround({ offer, wanted, menteeId, now, days: nearDays });
  if (near.length === 3) return near;
  return freeAround({ offer, wanted, menteeId, now, days: farDays });
}

async function freeAround({
  offer,
  wanted,
  menteeId,
  now,
  days,
}: {
  offer: BookableOffer;
  wanted: Temporal.Instant;
  menteeId: string | null;
  now: Temporal.Instant;
  days: number;
}): Promise<SlotInstant[]> {
  const period = {
    start: wanted.subtract({ hours: 24 * days }),
    end: wanted.add({ hours: 24 * days }),
  };
  const [[schedule], own] = await Promise.all([
    listSchedules(db, {
      mentorIds: [offer.mentorId],
      from: period.start,
      to: period.end,
      now,
    }),
    menteeId === null ? [] : listOwnTime(db, { personId: menteeId, period, now }),
  ]);
  if (!schedule) return [];
  const asked = {
    now: now.epochMilliseconds,
    from: period.start.epochMilliseconds,
    to: period.end.epochMilliseconds,
  };
  const slots = freeSlots(schedule, offer, asked).filter(
    (slot) =>
      slot.start !== wanted.epochMilliseconds &&
      !own.some((busy) => slot.start < busy.end && busy.start < slot.end),
  );
  return nearestSlots(slots, wanted.epochMilliseconds, 3);
}

function isWithinReach(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const ahead = startsAt.epochMilliseconds - now.epochMilliseconds;
  return ahead > 0 && ahead < farDays * 24 * 60 * 60_000;
}
