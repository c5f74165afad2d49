import type { Temporal } from 'temporal-polyfill';
import type { Schedule, ScheduledSession } from '@/domain/schedules';
import { db, type Executor } from '@/db/client';
import { listOwnTime } from '@/db/queries/bookings';
import type { BookableOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import {
  buffersOf,
  freeSlots,
  isTaken,
  nearestSlots,
  sessionToJoin,
  withoutSession,
} from '../rules/free-slots';
import { ok, refused, type Result } from '@/kernel/result';
import { meets, type SlotInstant } from '@/lib/scheduling';

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
  const starts = reachableStarts([startsAt], now);
  const schedule = await readSchedule(tx, { mentorId: offer.mentorId, starts, now });
  if (!schedule) return refused('not_offered');
  const start = startsAt.epochMilliseconds;
  return judgeSlot(withoutSession(schedule, exceptSessionId), offer, { start, now });
}

/** A form may say any year: starts that no horizon reaches are not worth a query. In order of time. */
export function reachableStarts(
  starts: Temporal.Instant[],
  now: Temporal.Instant,
): Temporal.Instant[] {
  return starts.filter((start) => isWithinReach(start, now)).sort(inTime);
}

/** The mentor's schedule around starts in order of time, in one read; null when there are none. */
export async function readSchedule(
  tx: Executor,
  {
    mentorId,
    starts,
    now,
  }: { mentorId: string; starts: Temporal.Instant[]; now: Temporal.Instant },
): Promise<Schedule | null> {
  const [from, to] = [starts[0], starts.at(-1)];
  if (!from || !to) return null;
  // Padded by days on both sides, so it covers the last one's length as well.
  const [schedule] = await listSchedules(tx, { mentorIds: [mentorId], from, to, now });
  return schedule ?? null;
}

/** Whether a schedule that covers it has `offer` free at `start` (epoch milliseconds). */
export function judgeSlot(
  schedule: Schedule,
  offer: BookableOffer,
  { start, now }: { start: number; now: Temporal.Instant },
): Result<FreeSlot, 'slot_taken' | 'not_offered'> {
  const asked = { now: now.epochMilliseconds, from: start, to: start + 1 };
  const slot = freeSlots(schedule, offer, asked).find((candidate) => candidate.start === start);
  if (slot) return ok({ slot, joins: sessionToJoin(schedule, offer, start), schedule });
  const taken = isTaken(schedule, offer, { start, now: now.epochMilliseconds });
  return refused(taken ? 'slot_taken' : 'not_offered');
}

interface Sought {
  offer: BookableOffer;
  /** Starts that are not to be had. */
  starts: Temporal.Instant[];
  /** Starts that are still wanted: what is offered leaves room for them. */
  wanted?: Temporal.Instant[];
  /** Null for somebody whose own time is not known. */
  menteeId: string | null;
  now: Temporal.Instant;
}

/** The three free slots nearest to each of `starts`, of those that do not meet the mentee's own time. */
export async function listAlternatives({ starts, ...sought }: Sought): Promise<SlotInstant[][]> {
  if (starts.length === 0) return [];
  const { now } = sought;
  const around = starts.map((start) => (isWithinReach(start, now) ? start : now));
  const near = await nearestTo({ ...sought, starts: around, days: nearDays });
  if (near.every((slots) => slots.length === 3)) return near;
  return nearestTo({ ...sought, starts: around, days: farDays });
}

async function nearestTo({
  offer,
  starts,
  wanted = [],
  menteeId,
  now,
  days,
}: Sought & { days: number }): Promise<SlotInstant[][]> {
  const sorted = starts.toSorted(inTime);
  const period = {
    start: (sorted[0] ?? now).subtract({ hours: 24 * days }),
    end: (sorted.at(-1) ?? now).add({ hours: 24 * days }),
  };
  const [[schedule], own] = await Promise.all([
    listSchedules(db, { mentorIds: [offer.mentorId], from: period.start, to: period.end, now }),
    menteeId === null ? [] : listOwnTime(db, { personId: menteeId, periods: [period], now }),
  ]);
  if (!schedule) return starts.map(() => []);
  const asked = {
    now: now.epochMilliseconds,
    from: period.start.epochMilliseconds,
    to: period.end.epochMilliseconds,
  };
  const { bufferBeforeMinutes, bufferAfterMinutes } = buffersOf(schedule, offer);
  const gapMs = (bufferBeforeMinutes + bufferAfterMinutes) * 60_000;
  const reserved = wanted.map(({ epochMilliseconds: start }) => ({
    start: start - gapMs,
    end: start + offer.durationMinutes * 60_000 + gapMs,
  }));
  const taken = [...own, ...reserved];
  const slots = freeSlots(schedule, offer, asked).filter(
    (slot) => !taken.some((busy) => meets(busy, slot)),
  );
  return starts.map(({ epochMilliseconds: refusedStart }) =>
    nearestSlots(
      slots.filter(({ start }) => start !== refusedStart),
      refusedStart,
      3,
    ),
  );
}

function inTime(a: Temporal.Instant, b: Temporal.Instant): number {
  return a.epochMilliseconds - b.epochMilliseconds;
}

function isWithinReach(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const ahead = startsAt.epochMilliseconds - now.epochMilliseconds;
  return ahead > 0 && ahead < farDays * 24 * 60 * 60_000;
}
