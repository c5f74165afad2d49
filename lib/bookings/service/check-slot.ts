import type { Temporal } from 'temporal-polyfill';
import { db, type Executor } from '@/db/client';
import type { BookableOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import { freeSlots, isTaken, nearestSlots, sessionToJoin } from '@/lib/availability/rules';
import type { Schedule, ScheduledSession } from '@/lib/availability/schema';
import { ok, refused, type Result } from '@/lib/result';
import type { SlotInstant } from '@/lib/scheduling';

/** How far to either side of a slot that has gone the nearest free ones are looked for. */
const alternativesWithinDays = 14;

export interface FreeSlot {
  slot: SlotInstant;
  /** The session that the slot joins, or null when it needs one of its own. */
  joins: ScheduledSession | null;
  schedule: Schedule;
}

/** Whether the engine offers `offer` at `startsAt`, from rows read through `tx`. */
export async function checkSlot(
  tx: Executor,
  {
    offer,
    startsAt,
    now,
  }: { offer: BookableOffer; startsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<Result<FreeSlot, 'slot_taken' | 'not_offered'>> {
  const [schedule] = await listSchedules(tx, {
    mentorIds: [offer.mentorId],
    from: startsAt,
    to: startsAt.add({ minutes: offer.durationMinutes }),
    now,
  });
  if (!schedule) return refused('not_offered');
  const start = startsAt.epochMilliseconds;
  const asked = { now: now.epochMilliseconds, from: start, to: start + 1 };
  const slot = freeSlots(schedule, offer, asked).find((candidate) => candidate.start === start);
  if (slot) return ok({ slot, joins: sessionToJoin(schedule, offer, start), schedule });
  const taken = isTaken(schedule, offer, { start, now: now.epochMilliseconds });
  return refused(taken ? 'slot_taken' : 'not_offered');
}

/** The three free slots nearest to one that is not to be had. */
export async function listAlternatives({
  offer,
  startsAt,
  now,
}: {
  offer: BookableOffer;
  startsAt: Temporal.Instant;
  now: Temporal.Instant;
}): Promise<SlotInstant[]> {
  const from = startsAt.subtract({ hours: 24 * alternativesWithinDays });
  const to = startsAt.add({ hours: 24 * alternativesWithinDays });
  const [schedule] = await listSchedules(db, { mentorIds: [offer.mentorId], from, to, now });
  if (!schedule) return [];
  const slots = freeSlots(schedule, offer, {
    now: now.epochMilliseconds,
    from: from.epochMilliseconds,
    to: to.epochMilliseconds,
  });
  return nearestSlots(slots, startsAt.epochMilliseconds, 3);
}
