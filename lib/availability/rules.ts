import { Temporal } from 'temporal-polyfill';
import { computeSlotInstants, type Interval, type SlotInstant } from '@/lib/scheduling';
import { addDays, addMonths, monthOf } from '@/lib/time/calendar';
import { localDay } from '@/lib/time/format';
import type { MonthOfSlots, Offer, Schedule, ScheduledSession } from './schema';

/** `now` and the half-open stretch in which slots may start, in epoch milliseconds. */
export interface Asked {
  now: number;
  from: number;
  to: number;
  /** Stop after so many slots. */
  limit?: number;
}

const weekMs = 7 * 86_400_000;

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

  const taken = schedule.sessions.filter((session) => session.seatsTaken > 0);
  const joinable = taken.filter((session) => canBeJoined(session, offer));
  const input = {
    now,
    timeZone: schedule.timeZone,
    weekly: schedule.weekly.map((window) => limitCapacity(window, offer.capacity)),
    overrides: schedule.overrides.map((override) => ({
      date: override.date,
      ranges: override.ranges.map((range) => limitCapacity(range, offer.capacity)),
    })),
    busy: [
      ...schedule.busy,
      ...taken.filter((session) => !joinable.includes(session)).map(withBuffers),
    ],
    joinable,
    closed: closedByCaps(schedule),
    durationMinutes: offer.durationMinutes,
    stepMinutes: schedule.stepMinutes,
    ...buffersOf(schedule, offer),
    minimumNoticeMinutes: schedule.minimumNoticeMinutes,
    range: { from: start, to: end },
  };
  const slots = computeSlotInstants(input, limit === undefined ? {} : { limit });
  return slots.map((slot) => limitToSession(slot, joinable));
}

/**
 * The earliest free slot of any of `offers`, and which of them it is; the shorter one where two start
 * together. What could not come first is not computed, so most mentors cost one run of the engine.
 */
export function firstFreeSlot(
  schedule: Schedule,
  offers: readonly Offer[],
  { now, from, to }: Omit<Asked, 'limit'>,
): (SlotInstant & { variantId: string }) | null {
  let first: (SlotInstant & { variantId: string }) | null = null;
  // Nearly everyone is free within a week, and a window is laid out for each day that is asked for.
  const near = Math.min(to, Math.max(from, now) + weekMs);
  for (const stretch of [
    { from, to: near },
    { from: near, to },
  ]) {
    for (const offer of leadingOffers(schedule, offers)) {
      // Only an earlier slot than the one at hand is of interest.
      const until = first?.start ?? stretch.to;
      const [slot] = freeSlots(schedule, offer, { now, from: stretch.from, to: until, limit: 1 });
      if (slot) first = { ...slot, variantId: offer.variantId };
    }
    if (first) return first;
  }
  return null;
}

/**
 * The offers whose first slot may be the first of all, shorter ones first. A longer session with no
 * less buffer fits nowhere where the shorter one does not, unless it can join one that is planned.
 */
function leadingOffers(schedule: Schedule, offers: readonly Offer[]): Offer[] {
  const leading: (Offer & ReturnType<typeof buffersOf>)[] = [];
  const byLength = offers.toSorted((a, b) => a.durationMinutes - b.durationMinutes);
  for (const offer of byLength) {
    const buffers = buffersOf(schedule, offer);
    const fitsInside = leading.some(
      (shorter) =>
        shorter.bufferBeforeMinutes <= buffers.bufferBeforeMinutes &&
        shorter.bufferAfterMinutes <= buffers.bufferAfterMinutes,
    );
    const joins = schedule.sessions.some(
      (session) => session.seatsTaken > 0 && canBeJoined(session, offer),
    );
    if (!fitsInside || joins) leading.push({ ...offer, ...buffers });
  }
  return leading;
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

/**
 * Whether a session that is moved to [start, end) would meet busy time or another session, buffers on
 * both sides counted. Windows, notice, horizon and caps do not matter to a mentor who moves it.
 */
export function isBusy(
  schedule: Schedule,
  moved: Interval & { bufferBeforeMinutes: number; bufferAfterMinutes: number },
): boolean {
  const { start, end } = withBuffers(moved);
  const taken = schedule.sessions.filter((session) => session.seatsTaken > 0).map(withBuffers);
  return [...schedule.busy, ...taken].some(
    (busy) => busy.start < busy.end && busy.start < end && start < busy.end,
  );
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
  const from = startOfMonth(month, timeZone);
  const to = startOfMonth(addMonths(month, 1), timeZone);
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

function startOfMonth(month: string, timeZone: string): number {
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).toZonedDateTime(timeZone)
    .epochMilliseconds;
}

/** A session keeps the seats it was made with, so the same length of the same service may still be full. */
function canBeJoined(session: ScheduledSession, offer: Offer): boolean {
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

function limitCapacity<Window extends { capacity?: number }>(
  window: Window,
  capacity: number,
): Window {
  return { ...window, capacity: Math.min(window.capacity ?? 1, capacity) };
}

function withBuffers(
  session: Interval & { bufferBeforeMinutes: number; bufferAfterMinutes: number },
): Interval {
  return {
    start: session.start - session.bufferBeforeMinutes * 60_000,
    end: session.end + session.bufferAfterMinutes * 60_000,
  };
}

/** The end of the last local day that can be booked: whole days, so that a day is never half offered. */
function horizonEnd(schedule: Schedule, now: number): number {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(schedule.timeZone)
    .startOfDay()
    .add({ days: schedule.horizonDays + 1 })
    .startOfDay().epochMilliseconds;
}

/** The local days and ISO weeks of the mentor's zone that have as many sessions as the caps allow. */
function closedByCaps(schedule: Schedule): Interval[] {
  if (schedule.maxSessionsPerDay === null && schedule.maxSessionsPerWeek === null) return [];
  const counted = schedule.sessions
    .filter((session) => session.countsTowardsCaps)
    .map((session) =>
      Temporal.Instant.fromEpochMilliseconds(session.start)
        .toZonedDateTimeISO(schedule.timeZone)
        .toPlainDate(),
    );
  const mondays = counted.map((date) => date.subtract({ days: date.dayOfWeek - 1 }));
  return [
    ...fullSpans(counted, schedule.maxSessionsPerDay, 1, schedule.timeZone),
    ...fullSpans(mondays, schedule.maxSessionsPerWeek, 7, schedule.timeZone),
  ];
}

function fullSpans(
  firstDays: Temporal.PlainDate[],
  most: number | null,
  days: number,
  timeZone: string,
): Interval[] {
  if (most === null) return [];
  const counts = new Map<string, number>();
  for (const day of firstDays) counts.set(day.toString(), (counts.get(day.toString()) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= most)
    .map(([day]) => {
      const first = Temporal.PlainDate.from(day);
      return {
        start: first.toZonedDateTime(timeZone).epochMilliseconds,
        end: first.add({ days }).toZonedDateTime(timeZone).epochMilliseconds,
      };
    });
}
