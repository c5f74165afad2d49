export const confirmationModes = ['automatic', 'manual'] as const;

/** A local wall time; "24:00" is the midnight that ends the day. */
export const wallTimePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** One open span of an override's date, between wall times. */
export interface OverrideRange {
  start: string;
  end: string;
  /** Null: as many seats as the service has. */
  capacity: number | null;
}

/** A limit of seats as schedules have it: left out where there is none. */
export function seatLimit(capacity: number | null): { capacity?: number } {
  return capacity === null ? {} : { capacity };
}

/** A weekly window as its editor has it. Whether it is possible `windowProblems` tells. */
export interface WindowDraft {
  /** ISO weekdays. */
  days: number[];
  start: string;
  end: string;
  /** Null: the mentor's own. */
  timeZone: string | null;
  /** The most seats of a session that starts in it; null: as many as the service has. */
  capacity: number | null;
  /** First and last local date, both inclusive; null is open. */
  firstOn: string | null;
  lastOn: string | null;
  active: boolean;
}

/** By which rules a mentor is booked. */
export interface BookingRules {
  timeZone: string;
  minimumNoticeMinutes: number;
  horizonDays: number;
  stepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  cancelNoticeMinutes: number;
  moveNoticeMinutes: number;
  /** Of the price, that the mentor keeps of a late cancellation. */
  lateCancelPercent: number;
  /** Null: no cap. */
  maxSessionsPerDay: number | null;
  maxSessionsPerWeek: number | null;
  /** What one mentee may have ahead: in all, and of requests that wait for an answer. */
  mostOpenEach: number;
  mostRequestsEach: number;
  confirmation: (typeof confirmationModes)[number];
}
