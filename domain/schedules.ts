import type { MeetingFormat } from './bookings';

/** A half-open span [start, end). */
export interface Interval<Instant = number> {
  readonly start: Instant;
  readonly end: Instant;
}

/** A recurring window of local wall time. */
export interface WeeklyWindow {
  /** ISO weekdays, Monday = 1 to Sunday = 7. */
  readonly days: readonly number[];
  /** Local wall time, `HH:MM`. */
  readonly start: string;
  /** Local wall time, `HH:MM`; `24:00` is the next midnight. */
  readonly end: string;
  /** IANA name; the mentor's zone where it is left out. */
  readonly timeZone?: string;
  /** The most seats of a session that starts in this window; as many as its service has where it is left out. */
  readonly capacity?: number;
  /** First local date, `YYYY-MM-DD`, inclusive. */
  readonly from?: string;
  /** Last local date, `YYYY-MM-DD`, inclusive. */
  readonly until?: string;
}

/** What is open on one date of the mentor's zone, in place of the windows; no ranges: closed. */
export interface DateOverride {
  readonly date: string;
  readonly ranges: readonly Pick<WeeklyWindow, 'start' | 'end' | 'capacity'>[];
  /** Closed by the mentor's organization, for all of its mentors. */
  readonly isClosedForAll?: true;
}

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
