'use server';

import { userAction } from '@/lib/action-kit/builders';
import { bookingRules, savedPath } from '../schema/availability';
import { saveBookingRules } from '../service/save-booking-rules';

/** Saves the rules by which the viewer is booked. */
export const saveBookingRulesAction = userAction({
  schema: bookingRules,
  flash: 'save-rules',
  run: ({ input, viewer, now }) => saveBookingRules({ userId: viewer.id, rules: input, now }),
  leadsTo: ({ now }) => savedPath('rules', now),
});
