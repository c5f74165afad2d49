'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/auth/action-builders';
import { dispatchEnqueued } from '@/lib/outbox/service';
import { moveForm } from '../schema/booking';
import { moveBooking } from '../service/move-booking';

/** Gives a booking another start: one that was offered, or a wall time in the mentor's zone. */
export const moveBookingAction = userAction({
  schema: moveForm,
  flash: 'move-booking',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { bookingId, startsAt, alternative, date, time }, viewer, now }) => {
    const offered = alternative ?? startsAt;
    const wanted = offered
      ? Temporal.Instant.from(offered)
      : date && time && Temporal.PlainDateTime.from(`${date}T${time}`);
    if (!wanted) return { ok: false, reason: 'nothing_chosen', data: { alternatives: [] } };
    const asked = { userId: viewer.id, bookingId, startsAt: wanted, now };
    const result = await moveBooking(asked);
    if (!result.ok) {
      const { reason } = result;
      const alternatives = 'alternatives' in result ? result.alternatives : [];
      return { ok: false, reason, data: { alternatives: alternatives.map(({ start }) => start) } };
    }
    const { deliveryIds } = result.value;
    return {
      ok: true,
      value: null,
      redirectTo: `/bookings/${bookingId}?done=moved`,
      afterwards: () => dispatchEnqueued({ now, ids: deliveryIds }),
    };
  },
});
