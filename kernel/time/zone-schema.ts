import { z } from 'zod';
import { readTimeZone } from './zone-list';

/** A zone as somebody picked it or wrote it down ("Dakar", "Asia/Calcutta"): its canonical name. */
export const namedTimeZone = z.string().transform((text, context) => {
  const zone = readTimeZone(text);
  if (zone !== null) return zone;
  context.addIssue({ code: 'custom', message: 'unknown_zone' });
  return z.NEVER;
});
