import { localDay } from '@/kernel/time/format';

/** What a mentor has said of taking bookings. */
export interface Pause {
  takingBookings: boolean;
  /** The local day from which they are taken again; null: when the mentor says so. */
  resumesOn: string | null;
  /** The mentor's. */
  timeZone: string;
}

/**
 * Whether a mentor takes bookings at `now` (epoch milliseconds). A pause that is to end on a day ends as
 * that day begins where the mentor is, by itself.
 */
export function takesBookings(
  { takingBookings, resumesOn, timeZone }: Pause,
  now: number,
): boolean {
  return takingBookings || (resumesOn !== null && localDay(now, timeZone) >= resumesOn);
}
