import type { Interval, Schedule, ScheduledSession } from '@/domain/schedules';
import {
  computeSlotInstants,
  meets,
  type SlotInstant,
  type SlotInstantInput,
} from '@/lib/scheduling';
import type { Offer } from '../schema/schedule';
import { closedByCaps, horizonEnd } from './limits';

/** `now` and the half-open stretch in which slots may start, in epoch milliseconds. */
export interface Asked {
  now: number;
  from: number;
  to: number;
  /** Stop after so many slots. */
  limit?: number;
}

/** The buffers that a new session of `offer` gets. */
export function buffersOf(schedule: Schedule, offer: Offer) {
  return {
    bufferBeforeMinutes: offer.bufferBeforeMinutes ?? schedule.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes ?? schedule.bufferAfterMinutes,
  };
}

/**
 * The slots of `offer` that are free: what a page shows, what booking checks against, and what the
 * tests hold both to. `schedule` must cover the stretch that is asked for (`listSchedules` pads it).
 */
export function freeSlots(
  schedule: Schedule,
  offer: Offer,
  { now, from, to, limit }: Asked,
): SlotInstant[] {
  const end = Math.min(to, horizonEnd(schedule, now));
  // Even without notice a session lies in the future.
  const start = Math.max(from, now + 1);
  if (end <= start) return [];

  const joinable = joinableSessions(schedule, offer);
  const input = slotInput(schedule, offer, { now, from: start, to: end });
  const slots = computeSlotInstants(input, limit === undefined ? {} : { limit });
  return slots.map((slot) => limitToSession(slot, joinable));
}

/** What the engine gets of a schedule when `offer` is asked for; the horizon is the range's to keep. */
export function slotInput(
  schedule: Schedule,
  offer: Offer,
  { now, from, to }: Omit<Asked, 'limit'>,
): SlotInstantInput {
  const joinable = joinableSessions(schedule, offer);
  const inTheWay = schedule.sessions.filter(
    (session) => session.seatsTaken > 0 && !joinable.includes(session),
  );
  return {
    now,
    timeZone: schedule.timeZone,
    weekly: schedule.weekly.map((window) => limitCapacity(window, offer.capacity)),
    overrides: schedule.overrides.map((override) => ({
      date: override.date,
      ranges: override.ranges.map((range) => limitCapacity(range, offer.capacity)),
    })),
    busy: [...schedule.busy, ...inTheWay.map(withBuffers)],
    joinable,
    closed: closedByCaps(schedule),
    durationMinutes: offer.durationMinutes,
    stepMinutes: schedule.stepMinutes,
    ...buffersOf(schedule, offer),
    minimumNoticeMinutes: schedule.minimumNoticeMinutes,
    range: { from, to },
  };
}

function joinableSessions(schedule: Schedule, offer: Offer): ScheduledSession[] {
  return schedule.sessions.filter(
    (session) => session.seatsTaken > 0 && canBeJoined(session, offer),
  );
}

/** The session that a booking of `offer` at `start` would join, or null when it needs its own. */
export function sessionToJoin(
  schedule: Schedule,
  offer: Offer,
  start: number,
): ScheduledSession | null {
  return (
    schedule.sessions.find(
      (session) => session.start === start && session.seatsTaken > 0 && canBeJoined(session, offer),
    ) ?? null
  );
}

/** The schedule as it is once that session has left its time. */
export function withoutSession(schedule: Schedule, sessionId: string | null): Schedule {
  return { ...schedule, sessions: schedule.sessions.filter(({ id }) => id !== sessionId) };
}

/** The schedule as if nobody had booked and nothing else were planned; time off stays off. */
export function nothingTaken(schedule: Schedule): Schedule {
  return {
    ...schedule,
    sessions: [],
    busy: schedule.busy.filter(({ source }) => source === 'time_off'),
  };
}

/** The schedule as it is once that session is made, or has one seat more taken. */
export function withSession(schedule: Schedule, session: ScheduledSession): Schedule {
  const others = schedule.sessions.filter(({ id }) => id !== session.id);
  return { ...schedule, sessions: [...others, session] };
}

/**
 * Whether a session that is moved to [start, end) would meet busy time or another session, buffers on
 * both sides counted. Windows, notice, horizon and caps do not matter to a mentor who moves it.
 */
export function isBusy(
  schedule: Schedule,
  moved: Interval & { bufferBeforeMinutes: number; bufferAfterMinutes: number },
): boolean {
  const span = withBuffers(moved);
  const taken = schedule.sessions.filter((session) => session.seatsTaken > 0).map(withBuffers);
  return [...schedule.busy, ...taken].some((busy) => meets(busy, span));
}

/** Whether `offer` at `start` would be free if nothing had been booked yet: tells taken from never offered. */
export function isTaken(
  schedule: Schedule,
  offer: Offer,
  { start, now }: { start: number; now: number },
) {
  const untouched = { ...schedule, busy: [], sessions: [] };
  return freeSlots(untouched, offer, { now, from: start, to: start + 1 }).length > 0;
}

/** The `count` slots nearest to `wanted`, earlier ones first where two are as near; in order of time. */
export function nearestSlots(slots: SlotInstant[], wanted: number, count: number): SlotInstant[] {
  return slots
    .toSorted(
      (a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted) || a.start - b.start,
    )
    .slice(0, count)
    .sort((a, b) => a.start - b.start);
}

/** A session keeps the seats it was made with, so the same length of the same service may still be full. */
export function canBeJoined(session: ScheduledSession, offer: Offer): boolean {
  return (
    session.variantId === offer.variantId &&
    session.end - session.start === offer.durationMinutes * 60_000 &&
    session.seatsTaken < session.capacity
  );
}

/** Where windows have grown since the session was made, its own seats are still the limit. */
function limitToSession(slot: SlotInstant, joinable: ScheduledSession[]): SlotInstant {
  const session = joinable.find((candidate) => candidate.start === slot.start);
  if (!session) return slot;
  return { ...slot, seatsLeft: Math.min(slot.seatsLeft, session.capacity - session.seatsTaken) };
}

/** A window limits a service's seats only where its mentor has said so. */
function limitCapacity<Window extends { capacity?: number }>(
  window: Window,
  capacity: number,
): Window {
  return { ...window, capacity: Math.min(window.capacity ?? capacity, capacity) };
}

/** A session with the clear time that it keeps around itself. */
export function withBuffers(
  session: Interval & { bufferBeforeMinutes: number; bufferAfterMinutes: number },
): Interval {
  return {
    start: session.start - session.bufferBeforeMinutes * 60_000,
    end: session.end + session.bufferAfterMinutes * 60_000,
  };
}
