import { z } from 'zod';
import type { Interval, BusyTime, Schedule } from '@/domain/schedules';
import type { TitledOffer } from '@/lib/slots/schema/schedule';
import type { Day } from '@/kernel/time/calendar';
import type { ServedClocks } from '@/kernel/time/served-clocks';
import { namedTimeZone } from '@/kernel/time/zone-schema';
import {
  confirmationModes,
  type OverrideRange,
  type WindowDraft,
  type BookingRules,
} from '@/domain/availability';
import { availabilityPath } from '@/lib/availability/constants';

/** More windows than anybody's week has; a form that sends them is not ours. */
export const mostWindows = 100;
/** Dates that one form may set. */
export const mostDates = 366;
export const longestTimeOffDays = 731;
/** Beyond every horizon: how far ahead a mentor's own sessions are read. */
export const longestReach = { hours: 24 * 400 } as const;

const minutesUpTo = (most: number) => z.coerce.number().int().min(0).max(most);

/** By which rules a mentor is booked. The columns of `mentors` have the same bounds. */
export const bookingRules = z.object({
  timeZone: namedTimeZone,
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
  mostOpenEach: z.coerce.number().int().min(1).max(100),
  mostRequestsEach: z.coerce.number().int().min(1).max(100),
  confirmation: z.enum(confirmationModes),
}) satisfies z.ZodType<BookingRules>;

/** Empty is no cap. */
function cap(most: number) {
  return z
    .union([z.number(), z.string().trim()])
    .nullable()
    .transform((value) => (value === '' || value === null ? null : Number(value)))
    .pipe(z.number().int().min(1).max(most).nullable());
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
  /** The mentor's organization is closed on this date. */
  | { kind: 'closed_for_all'; date: Day }
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

/** By session, what reasons call it. */
export type SessionNames = Record<string, { bookingId: string; title: string; names: string[] }>;

/** What has a mentor's time on some days of their zone; `to` is exclusive. */
export interface TakenTimes extends Pick<Schedule, 'busy' | 'sessions'> {
  from: Day;
  to: Day;
  names: SessionNames;
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
  offers: TitledOffer[];
  /** As saved. */
  schedule: Omit<Schedule, 'busy' | 'sessions'>;
  /** On the first days that the preview shows, and as many after them; it asks for others. */
  taken: TakenTimes;
  /** How the clocks of its zones go in that time. */
  clocks: ServedClocks;
  /** The soonest of those. */
  outside: OutsideView[];
  outsideCount: number;
}

export interface Holiday {
  date: Day;
  /** In the reader's language, where the data has it. */
  name: string;
}

/** The parts of the availability page that are saved by themselves; also their anchors. */
export const availabilityParts = ['weekly', 'dates', 'holidays', 'time-off', 'rules'] as const;
export type AvailabilityPart = (typeof availabilityParts)[number];

/** Where a saved part is shown; the moment makes each address a new one, whose message is read out. */
export function savedPath(part: AvailabilityPart, now: { epochMilliseconds: number }): string {
  return `${availabilityPath}?done=${part}&at=${String(now.epochMilliseconds)}#${part}`;
}
