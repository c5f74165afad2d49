'use server';

import { userAction } from '@/lib/action-kit/builders';
import { leadToBookings } from '@/lib/action-kit/lead-to-bookings';
import { type SessionStep, sessionForm } from '../schema/booking';
import { checkIn, completeBooking, markNoShow, startSession } from '../service/run-session';

type Asked = Parameters<typeof checkIn>[0];

/** What either side says of a session while it is on; who may say what, the service decides. */
export const runSessionAction = userAction({
  schema: sessionForm,
  flash: 'run-session',
  run: async ({ input: { bookingId, step, stay }, viewer, now }) => {
    const result = await act(step, { userId: viewer.id, bookingId, now });
    return leadToBookings(stay ? null : `/bookings/${bookingId}`, result, { done: step });
  },
});

function act(step: SessionStep, asked: Asked) {
  switch (step) {
    case 'check_in':
      return checkIn(asked);
    case 'start':
      return startSession(asked);
    case 'complete':
      return completeBooking(asked);
    case 'no_show':
      return markNoShow({ ...asked, accused: 'other' });
  }
}
