import { z } from 'zod';

/** A span of time off, in wall time of the mentor's zone as `datetime-local` fields have it. */
export const timeOffForm = z.object({
  from: z.string().max(16),
  to: z.string().max(16),
  note: z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim())
    .pipe(z.string().max(200))
    .default(''),
});
