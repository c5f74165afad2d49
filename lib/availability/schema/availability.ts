import { z } from 'zod';
import type { MeetingFormat } from '@/lib/bookings/schema/booking';
import { postedPath } from '@/lib/action-kit/schema';
import type { DateOverride, Interval, WeeklyWindow } from '@/lib/scheduling';
import type { Day } from '@/kernel/time/calendar';
import type { ServedClocks } from '@/kernel/time/served-clocks';
import { isTimeZone } from '@/kernel/time/zone-names';

export const confirmationModes = ['automatic', 'manual'] as const;

/** A local wall time; "24:00" is the midnight that ends the day. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** One open span of an override's date. */
export const overrideRange = z
  .object({ start: wallTime, end: wallTime, capacity: z.number().int().min(1).max(500).default(1) })
  .refine((range) => range.start < range.end, { path: ['end'], error: 'end_before_start' });
export type OverrideRange = z.output<typeof overrideRange>;

/** A weekly window as its editor has it. Whether it is possible `windowProblems` tells. */
export interface WindowDraft {
  /** ISO weekdays. */
  days: number[];
  start: string;
  end: string;
  /** Null: the mentor's own. */
  timeZone: string | null;
  capacity: number;
  /** First and last local date, both inclusive; null is open. */
  firstOn: string | null;
  lastOn: string | null;
  active: boolean;
}

/** More windows than anybody's week has; a form that sends them is not ours. */
export const mostWindows = 100;
export const mostSeats = 500;
/** Dates that one form may set. */
export const mostDates = 366;
export const longestTimeOffDays = 731;
/** Beyond every horizon: how far ahead a mentor's own sessions are read. */
export const longestReach = { hours: 24 * 400 } as const;

const minutesUpTo = (most: number) => z.coerce.number().int().min(0).max(most);

/** By which rules a mentor is booked. The columns of `mentors` have the same bounds. */
export const bookingRules = z.object({
  timeZone: z.string().refine(isTimeZone, 'unknown_zone'),
  minimumNoticeMinutes: minutesUpTo(43_200),
  horizonDays: z.coerce.number().int().min(1).max(365),
  stepMinutes: z.coerce.number().int().min(5).max(480),
  bufferBeforeMinutes: minutesUpTo(240),
  bufferAfterMinutes: minutesUpTo(240),
  cancelNoticeMinutes: minutesUpTo(43_200),
  moveNoticeMinutes: minutesUpTo(43_200),
  lateCancelPercent: z.coerce.number().int().min(0).max(100),
  maxSessionsPerDay: cap(100),
  maxSessionsPerWeek: cap(500),
  confirmation: z.enum(confirmationModes),
});
export type BookingRules = z.output<typeof bookingRules>;

/** Empty is no cap. */
function cap(most: number) {
  return z
    .union([z.number(), z.string().trim()])
    .nullable()
    .transform((value) => (value === '' || value === null ? null : Number(value)))
    .pipe(z.number().int().min(1).max(most).nullable());
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

/** The zone in which somebody wants to read times; `from` is the page to come back to. */
export const timeZoneChoice = z.object({
  timeZone: z.string().refine(isTimeZone),
  from: postedPath,
});

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

/** Something that has the mentor's time, and when it takes place. */
export type Obstacle = Interval &
  ({ what: 'booking' | 'hold'; sessionId: string } | { what: BusyTime['source']; title?: string });

/** Why a time is not free. Instants are epoch milliseconds. */
export type ReasonAgainst =
  | { kind: 'past' }
  /** Too soon: `from` is the first instant that the notice allows. */
  | { kind: 'notice'; from: number }
  /** Too far ahead: the mentor is booked until `until`, exclusive. */
  | { kind: 'horizon'; until: number }
  /** From this instant of the slot on no window is open. */
  | { kind: 'outside_windows'; closedFrom: number }
  /** An override closes this date of the mentor's zone. */
  | { kind: 'closed_date'; date: Day }
  /** An override gives this date other hours. */
  | { kind: 'other_hours'; date: Day }
  /** A window is open, but by its step no slot begins here. */
  | { kind: 'off_grid' }
  | { kind: 'daily_cap' | 'weekly_cap'; most: number }
  /** The group session that begins here has no seat left. */
  | { kind: 'full'; sessionId: string }
  | { kind: 'taken'; by: Obstacle }
  /** The slot itself is clear of it, but not the time that one of the two keeps around itself. */
  | { kind: 'buffer'; of: Obstacle };

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

/** A booking to come that lies outside the availability. Instants are epoch milliseconds. */
export interface OutsideView {
  bookingId: string;
  reference: string;
  menteeName: string | null;
  serviceTitle: string;
  start: number;
  end: number;
  reasons: ReasonAgainst[];
}

/** What can be booked, as the preview lets it be chosen. */
export interface PreviewOffer extends Offer {
  title: string;
}

/** A mentor's own availability as its page shows it. Instants are epoch milliseconds. */
export interface AvailabilityView {
  now: number;
  rules: BookingRules;
  /** Inactive ones too. */
  windows: WindowDraft[];
  /** From today on. */
  overrides: { date: Day; ranges: OverrideRange[]; note: string }[];
  timeOff: { id: string; start: number; end: number; note: string }[];
  offers: PreviewOffer[];
  /** As saved, as far ahead as anything can be booked: the preview goes there without asking. */
  schedule: Schedule;
  /** How the clocks of its zones go in that time. */
  clocks: ServedClocks;
  /** By session, what reasons call it. */
  sessions: Record<string, { bookingId: string; title: string; names: string[] }>;
  outside: OutsideView[];
}

/** Days that the preview shows at a time. */
export const previewLength = 14;

export interface Holiday {
  date: Day;
  /** In the reader's language, where the data has it. */
  name: string;
}

/** The parts of the availability page that are saved by themselves; also their anchors. */
export const availabilityParts = ['weekly', 'dates', 'holidays', 'time-off', 'rules'] as const;
export type AvailabilityPart = (typeof availabilityParts)[number];

/** The page of a mentor's hours and rules, without its language. */
export const availabilityPath = '/mentor/availability';

/** Where a saved part is shown; the moment makes each address a new one, whose message is read out. */
export function savedPath(part: AvailabilityPart, now: { epochMilliseconds: number }): string {
  return `${availabilityPath}?done=${part}&at=${String(now.epochMilliseconds)}#${part}`;
}
