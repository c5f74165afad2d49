'use server';

import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { userAction } from '@/lib/action-kit/builders';
import { knownDay } from '@/kernel/time/calendar';
import { savedPath } from '../schema/availability';
import { spanOfDays } from '../schema/days-off';
import { blockWeekly } from '../service/block-weekly';
import { addTimeOff, removeTimeOff } from '../service/time-off';

const date = z.string().refine((value) => knownDay(value) !== null, 'not_a_date');
/** Empty: from the day's beginning, or until its end. */
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$|^$/, 'not_a_time')
  .transform((value) => value.slice(0, 5))
  .default('');
const timeOffForm = z.object({
  fromDate: date,
  fromTime: time,
  toDate: date,
  toTime: time,
  /** What it replaces: time off that is changed. */
  replaces: z.uuid().optional(),
  note: oneLine(200).default(''),
});

/** Takes time off for the viewer from the page of their availability. */
export const addTimeOffAction = userAction({
  schema: timeOffForm,
  flash: 'add-time-off',
  run: ({ input, viewer, now }) => {
    const { note, replaces } = input;
    return addTimeOff({ userId: viewer.id, ...spanOfDays(input), note, replaces, now });
  },
  leadsTo: ({ now }) => savedPath('time-off', now),
});

const drawnTimeOff = timeOffForm
  .pick({ note: true, replaces: true })
  .extend({ from: oneLine(20), to: oneLine(20), weekly: z.literal('on').optional() });

/** Takes time off for the viewer from their calendar, once or every week; the page stays. */
export const drawTimeOffAction = userAction({
  schema: drawnTimeOff,
  run: async ({ input, viewer, now }) => {
    const { weekly, ...span } = input;
    const asked = { ...span, userId: viewer.id, now };
    const result = weekly ? await blockWeekly(asked) : await addTimeOff(asked);
    return result.ok ? { ok: true } : result;
  },
});

/** Takes time off of the viewer's back. */
export const removeTimeOffAction = userAction({
  // `stay`: the calendar's panel, from where the page stays.
  schema: z.object({ id: oneLine(36), stay: z.literal('yes').optional() }),
  flash: 'remove-time-off',
  run: async ({ input, viewer, now }) => {
    const result = await removeTimeOff({ userId: viewer.id, id: input.id, now });
    return result.ok ? { ok: true } : result;
  },
  leadsTo: ({ input, now }) => (input.stay ? null : savedPath('time-off', now)),
});
