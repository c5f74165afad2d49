import type { ReadFailure } from '@/domain/external-calendars';
import type { mentors } from '@/db/schema/mentors';

type MentorRow = typeof mentors.$inferInsert;

/** A span of local wall time, as "18:00-20:30"; "24:00" is the midnight that ends the day. */
export type Hours = `${string}:${string}-${string}:${string}`;

/** What a service asks, and what people answer; a question with options is answered by one of them. */
export interface DemoQuestion {
  text: string;
  kind: 'short' | 'long' | 'choice';
  options?: string[];
  isRequired?: true;
  answers?: string[];
}

export interface DemoService {
  title: string;
  description: string;
  /** Minutes → credits, one variant each. */
  lengths: Record<number, number>;
  capacity?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  questions?: DemoQuestion[];
}

export interface DemoWindow {
  /** ISO weekdays, Monday = 1. */
  days: number[];
  hours: Hours;
  /** Where it is not the mentor's own. */
  timeZone?: string;
  capacity?: number;
  /** First and last date, counted in days from the one that is seeded on. */
  fromDay?: number;
  untilDay?: number;
}

/** What is open on one date, counted in days from the one that is seeded on. No hours: closed. */
export interface DemoOverride {
  day: number;
  hours: Hours[];
  capacity?: number;
  note: string;
}

/** Whole local days, the first counted from the one that is seeded on. */
export interface DemoTimeOff {
  fromDay: number;
  days: number;
  note: string;
}

/** What a calendar elsewhere says: every week on a day (Monday = 1), or once, so many days from now. */
export type DemoAppointment = { summary: string; hours: Hours } & (
  | { weekday: number }
  | { day: number }
);

/** A calendar elsewhere, as if it had been read. Its server does not exist: nothing is fetched. */
export interface DemoCalendar {
  name: string;
  url: string;
  appointments: DemoAppointment[];
  /** It could be read until so many hours ago, and since then no more. */
  unreadable?: { failure: ReadFailure; hours: number };
}

/** A mentor of the demo, as data. What is left out has the default of the table. */
export interface DemoMentor {
  name: string;
  /** Where it is not made from the name. */
  email?: string;
  city: string;
  timeZone: string;
  locale: 'en' | 'fr';
  headline: string;
  bio: string;
  skills: string[];
  languages: string[];
  formats: MentorRow['formats'];
  address?: string;
  videoUrl?: string;
  rules?: Partial<
    Pick<
      MentorRow,
      | 'minimumNoticeMinutes'
      | 'horizonDays'
      | 'stepMinutes'
      | 'bufferBeforeMinutes'
      | 'bufferAfterMinutes'
      | 'maxSessionsPerDay'
      | 'maxSessionsPerWeek'
      | 'confirmation'
      | 'cancelNoticeMinutes'
      | 'moveNoticeMinutes'
      | 'lateCancelPercent'
    >
  >;
  services: DemoService[];
  windows: DemoWindow[];
  overrides?: DemoOverride[];
  timeOff?: DemoTimeOff[];
  calendars?: DemoCalendar[];
  /** Slug of the organization they belong to; the public one where it is left out. */
  organization?: string;
  /** Not to be found by anybody yet. */
  unpublished?: true;
  /** Takes no bookings, and says why. */
  awayMessage?: string;
  /** How wanted they are: the share of the history's bookings that is theirs. 0: none. */
  demand: number;
}
