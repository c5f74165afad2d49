import { z } from 'zod';

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
  confirmation: (typeof confirmationModes)[number];
}
