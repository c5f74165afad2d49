'use server';

import { userAction } from '@/lib/action-kit/builders';
import { bookingRules, savedPath } from '../schema/availability';
import { saveBookingRules } from '../service/save-booking-rules';

/** Saves the rules by which the viewer is booked. */
export const saveBookingRulesAction = userAction({
  schema: bookingRules,
  flash: 'save-rules',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await saveBookingRules({ userId: viewer.id, rules: input, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: savedPath('rules', now) };
  },
});
