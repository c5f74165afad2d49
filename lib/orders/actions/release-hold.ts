'use server';

import { z } from 'zod';
import { publicAction } from '@/lib/action-kit/builders';
import { linkToken } from '@/lib/auth/schema';
import { releaseHold } from '../service/release-hold';

/** Gives the time behind a hold's link back. The page then says what has become of the hold. */
export const releaseHoldAction = publicAction({
  schema: z.object({ token: linkToken }),
  flash: 'release-hold',
  limitByAddress: 'link_by_address',
  run: async ({ input, now }) => {
    await releaseHold({ ...input, now });
    return { ok: true };
  },
  leadsTo: ({ input }) => `/holds/${input.token}`,
});
