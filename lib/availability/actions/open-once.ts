'use server';

import { z } from 'zod';
import { userAction } from '@/lib/action-kit/builders';
import { mostSeats } from '../schema/availability';
import { openOnce } from '../service/open-once';

const drawnWindow = z.object({
  from: z.string().max(20),
  to: z.string().max(20),
  capacity: z.coerce.number().int().min(1).max(mostSeats).default(1),
});

/** Opens a span for the viewer once, from their calendar; the page stays. */
export const openOnceAction = userAction({
  schema: drawnWindow,
  run: async ({ input, viewer, now }) => {
    const result = await openOnce({ ...input, userId: viewer.id, now });
    return result.ok ? { ok: true, value: { dates: result.value.dates } } : result;
  },
});
