'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/action-kit/builders';
import { moveSessionForm } from '../schema/mentor-calendar';
import { followUp } from '@/lib/action-kit/follow-up';
import { moveBooking } from '../service/move-booking';

/** Moves a session to where its mentor has dragged it in their calendar; the page stays. */
export const moveSessionAction = userAction({
  schema: moveSessionForm,
  run: async ({ input: { bookingId, startsAt }, viewer, now }) => {
    const moved = await moveBooking({
      userId: viewer.id,
      bookingId,
      startsAt: Temporal.Instant.from(startsAt),
      now,
    });
    if (!moved.ok) return { ok: false, reason: moved.reason };
    return {
      ok: true,
      afterwards: () => followUp({ now, bookingIds: [bookingId] }),
    };
  },
});
