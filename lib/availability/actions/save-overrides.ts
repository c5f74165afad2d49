'use server';

import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { userAction } from '@/lib/action-kit/builders';
import { readRanges } from '../schema/posted-rows';
import { saveOverrides } from '../service/save-overrides';
import { mostDates, savedPath } from '../schema/availability';

const texts = z.array(oneLine(100)).max(50);
const datesForm = z.object({
  date: z.array(oneLine(10)).max(mostDates + 1),
  change: z.enum(['usual', 'closed', 'hours']),
  start: texts,
  end: texts,
  capacity: texts,
  note: oneLine(200).default(''),
  /** The part of the page that the form stands in. */
  part: z.enum(['dates', 'holidays']).catch('dates'),
});

/** Closes dates of the viewer's, gives them other hours, or their usual ones again. */
export const saveOverridesAction = userAction({
  schema: datesForm,
  lists: ['date', 'start', 'end', 'capacity'],
  flash: 'save-dates',
  run: async ({ input, viewer, now }) => {
    const { date: dates, note } = input;
    const rows = readRanges(input);
    const ranges = rows.map(({ row: _row, ...range }) => range);
    const change =
      input.change === 'hours' ? ({ kind: 'hours', ranges } as const) : { kind: input.change };
    const result = await saveOverrides({ userId: viewer.id, dates, change, note, now });
    if (result.ok) return result;
    const problems = 'problems' in result ? result.problems : [];
    const data = problems.map(({ row, field, problem }) => ({
      row: rows[row]?.row ?? 0,
      field,
      problem,
    }));
    return { ok: false, reason: result.reason, data: { problems: data } };
  },
  leadsTo: ({ input, now }) => savedPath(input.part, now),
});
