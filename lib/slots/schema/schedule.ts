import type { MeetingFormat } from '@/lib/bookings/schema/booking';
import type { DateOverride, Interval, WeeklyWindow } from '@/lib/scheduling';

/** Everything that decides a mentor's free slots, for one stretch of time. */
export interface Schedule {
  mentorId: string;
  timeZone: string;
  minimumNoticeMinutes: number;
  horizonDays: number;
  stepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  maxSessionsPerDay: number | null;
  maxSessionsPerWeek: number | null;
  weekly: WeeklyWindow[];
  overrides: DateOverride[];
  /**
   * Time off, what the mentor attends as a mentee (with the buffers of those sessions), and events of
   * their calendars elsewhere.
   */
  busy: BusyTime[];
  sessions: ScheduledSession[];
}

/** What is to be booked: a variant with what its service says of seats and buffers. */
export interface Offer {
  variantId: string;
  durationMinutes: number;
  capacity: number;
  /** Null: the mentor's own. */
  bufferBeforeMinutes: number | null;
  bufferAfterMinutes: number | null;
}

/** An offer that can be chosen among others. */
export interface TitledOffer extends Offer {
  title: string;
}

/** Time that is taken by something else than one of the mentor's own sessions. */
export interface BusyTime extends Interval {
  /** `attended`: a session of somebody else's in which the mentor is the mentee. */
  source: 'time_off' | 'attended' | 'imported';
  /** What an imported event is called, where its own mentor asks; nobody else may read it. */
  title?: string;
}

/** One of a mentor's sessions as the engine needs to see it. Instants are epoch milliseconds. */
export interface ScheduledSession extends Interval {
  id: string;
  variantId: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  capacity: number;
  /** Seats that are taken now; 0 when all have lapsed or ended, and then the time is free. */
  seatsTaken: number;
  /** Whether all seats that are taken now are holds. */
  isHold: boolean;
  format: MeetingFormat;
  /** Whether it counts towards the mentor's caps: taken now, completed, or a no-show. */
  countsTowardsCaps: boolean;
}
