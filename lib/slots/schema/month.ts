import type { MeetingFormat } from '@/domain/bookings';

/** A month of free slots as a booking panel gets it. Instants are epoch milliseconds. */
export interface MonthOfSlots {
  /** "2026-12", of the calendar of the zone it was read in. */
  month: string;
  /** The neighbouring months that can be asked for; null beyond today's and the horizon's. */
  previous: string | null;
  next: string | null;
  /** Why nothing can be free: it is over, or further ahead than the mentor books. */
  closed: 'past' | 'beyond' | null;
  /** Free starts, ascending: the month's, and about a day around it, for those who read in another zone. */
  starts: number[];
  /** Seats left, one for each start; null where every slot is for one person. */
  seats: number[] | null;
  /** Starts at which a group session waits for more, and the format it was made with. */
  settled: { start: number; format: MeetingFormat }[];
  /** The first free start after the month, else the first of all; null when there is none elsewhere. */
  nextFree: number | null;
}
