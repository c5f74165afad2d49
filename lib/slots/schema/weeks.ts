import type { MeetingFormat } from '@/domain/bookings';
import { addDays, type Day } from '@/kernel/time/calendar';

/** How many weeks a calendar of slots shows, and by how many its arrows move. */
export const weeksShown = 5;
export const weeksMoved = 4;

/** Which weeks are asked for: those from a day on, or those that a chosen day is in; null: neither. */
export interface WeeksAsked {
  from: Day | null;
  day: Day | null;
}

/** Five weeks of slots as a booking panel gets them. Instants are epoch milliseconds. */
export interface WeeksOfSlots {
  /** The Monday they begin with, of the calendar of the zone they were read in. */
  from: Day;
  /** Where the arrows lead; null beyond this week and the horizon. */
  previous: Day | null;
  next: Day | null;
  /** Why nothing can be available: they are over, or further ahead than the mentor books. */
  closed: 'past' | 'beyond' | null;
  /** Available starts, ascending: those of the weeks, and about a day around them. */
  starts: number[];
  /** Days on which the mentor has hours, all of which are taken. */
  full: Day[];
  /** Seats left, one for each start; null where every slot is for one person. */
  seats: number[] | null;
  /** Starts at which a group session waits for more, and the format it was made with. */
  settled: { start: number; format: MeetingFormat }[];
  /** The first available start after the weeks, else the first of all; null when there is none elsewhere. */
  nextFree: number | null;
}

/** Whether a day is one of the weeks that begin with `from`. */
export function isInWeeks(day: Day, from: Day): boolean {
  // "2026-12-07" and its like sort as text.
  return day >= from && day < addDays(from, weeksShown * 7);
}
