'use server';

import { z } from 'zod';
import { postedTimeZone } from '@/lib/action-kit/schema';
import { publicAction } from '@/lib/action-kit/builders';
import { linkToken } from '@/lib/auth/schema';
import { startAuthSession } from '@/lib/auth/session';
import { confirmHold } from '../service/confirm-hold';
import { followUp } from '@/lib/action-kit/follow-up';

/**
 * Confirms the hold behind an e-mailed link, signs its visitor in and goes on to the booking. They are
 * signed in also when the time is gone: their address is proved, and another time is one step away.
 */
export const confirmHoldAction = publicAction({
  schema: z.object({ token: linkToken, timeZone: postedTimeZone }),
  flash: 'confirm-hold',
  limitByAddress: 'link_by_address',
  run: async ({ input, network, now }) => {
    const result = await confirmHold({ ...input, network, now });
    if (!result.ok) {
      const { reason, authSession, alternatives } = result;
      if (authSession) await startAuthSession(authSession);
      const data = {
        isSignedIn: authSession !== null,
        alternatives: alternatives.map(({ start }) => start),
      };
      return { ok: false, reason, data };
    }
    const { bookingId, authSession } = result.value;
    await startAuthSession(authSession);
    return {
      ok: true,
      redirectTo: `/bookings/${bookingId}?done=booked`,
      afterwards: () => followUp({ now, bookingIds: [bookingId] }),
    };
  },
});
