'use server';

import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { userAction } from '@/lib/action-kit/builders';
import { mostSeats } from '@/lib/availability/constants';
import { readSeats } from '../schema/posted-rows';
import { openOnce } from '../service/open-once';

const drawnWindow = z.object({
  from: oneLine(20),
  to: oneLine(20),
  /** Left empty: no limit of its own. */
  capacity: z
    .string()
    .default('')
    .transform(readSeats)
    .pipe(z.number().int().min(1).max(mostSeats).nullable()),
});

/** Opens a span for the viewer once, from their calendar; the page stays. */
export const openOnceAction = userAction({
  schema: drawnWindow,
  run: async ({ input, viewer, now }) => {
    const result = await openOnce({ ...input, userId: viewer.id, now });
    return result.ok ? { ok: true, value: { dates: result.value.dates } } : result;
  },
});
