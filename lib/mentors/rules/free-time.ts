import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '@/domain/schedules';
import { firstFreeSlot } from '@/lib/slots/rules/first-free-slot';
import type { Offer } from '@/lib/slots/schema/schedule';
import { lookAheadDays, type MentorSearch, type NotBookable } from '../schema';

/** A half-open stretch of time in epoch milliseconds. */
export interface Stretch {
  from: number;
  to: number;
}

const dayMs = 86_400_000;

/**
 * When somebody has to be free: the local day that is asked for in `timeZone`, the seven days from
 * `now` on, or (nothing asked) as far as the list looks ahead. A day that is over is empty.
 */
export function wantedStretch(
  free: MentorSearch['free'],
  { now, timeZone }: { now: number; timeZone: string },
): Stretch {
  if (free === null) return { from: now, to: now + lookAheadDays * dayMs };
  if (free === 'week') return { from: now, to: now + 7 * dayMs };
  const day =
    free === 'today'
      ? Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
      : Temporal.PlainDate.from(free);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  return { from: Math.max(now, midnight(day)), to: midnight(day.add({ days: 1 })) };
}

/** The stretch that covers a local day in every zone there is, for reading schedules once. */
export function widestStretch(free: MentorSearch['free'], now: number): Stretch {
  const west = wantedStretch(free, { now, timeZone: 'Etc/GMT+12' });
  const east = wantedStretch(free, { now, timeZone: 'Etc/GMT-14' });
  return { from: Math.min(west.from, east.from), to: Math.max(west.to, east.to) };
}

/** What the list knows of a mentor's offer and time. */
export interface Candidate {
  takingBookings: boolean;
  offers: Offer[];
  schedule: Schedule | null;
}

interface NextSlot {
  at: number;
  variantId: string;
  reason: null;
}

/** The first free slot of a mentor in a stretch and whose it is, or why there is none. Epoch milliseconds. */
export function nextSlot(
  { takingBookings, offers, schedule }: Candidate,
  stretch: Stretch,
  now: number,
): NextSlot | { at: null; reason: NotBookable } {
  if (!takingBookings) return { at: null, reason: 'away' };
  if (offers.length === 0) return { at: null, reason: 'nothing_offered' };
  const slot = schedule && firstFreeSlot(schedule, offers, { now, ...stretch });
  return slot
    ? { at: slot.start, variantId: slot.variantId, reason: null }
    : { at: null, reason: 'fully_booked' };
}

/** Soonest first; those without a free slot last; ties stay in the order they came in. */
export function bySoonest<Item extends { at: number | null }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity) || 0);
}
