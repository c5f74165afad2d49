import { z } from 'zod';

export const confirmationModes = ['automatic', 'manual'] as const;
export type ConfirmationMode = (typeof confirmationModes)[number];

/** A local wall time; "24:00" is the midnight that ends the day. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** One open span of an override's date. */
export const overrideRange = z
  .object({ start: wallTime, end: wallTime, capacity: z.number().int().min(1).max(500).default(1) })
  .refine((range) => range.start < range.end, { path: ['end'], error: 'end_before_start' });
export type OverrideRange = z.output<typeof overrideRange>;
