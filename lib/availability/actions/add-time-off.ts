'use server';

import { userAction } from '@/lib/auth/action-builders';
import { timeOffForm } from '../schema/time-off';
import { addTimeOff } from '../service/add-time-off';

/** Takes time off from the calendar; the page stays. */
export const addTimeOffAction = userAction({
  schema: timeOffForm,
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const added = await addTimeOff({ ...input, userId: viewer.id, now });
    if (!added.ok) return { ok: false, reason: added.reason, data: null };
    return { ok: true, value: { id: added.value.id } };
  },
});
