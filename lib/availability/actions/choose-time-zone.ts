'use server';

import { cookies } from 'next/headers';
import { publicAction } from '@/lib/action-kit/builders';
import { timeZoneCookie } from '@/kernel/time/zone-names';
import { timeZoneChoice } from '../schema/availability';

/** Shows times in another zone from now on; the browser does the same by itself where it can. */
export const chooseTimeZoneAction = publicAction({
  schema: timeZoneChoice,
  run: async ({ input }) => {
    const store = await cookies();
    const options = { path: '/', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' } as const;
    store.set(timeZoneCookie, input.timeZone, options);
    // Chosen by hand: the device's zone no longer replaces it.
    store.set('tz_chosen', '1', options);
    return { ok: true };
  },
  leadsTo: ({ input }) => input.from,
});
