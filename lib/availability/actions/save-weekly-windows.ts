'use server';

import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { userAction } from '@/lib/action-kit/builders';
import { readRows, rowFields } from '../schema/posted-rows';
import { saveWeeklyWindows } from '../service/save-weekly-windows';
import { readTimeZone } from '@/kernel/time/zone-list';
import { savedPath } from '../schema/availability';

const texts = z.array(oneLine(100)).max(500);
const weeklyForm = z.object({
  key: texts,
  day: texts,
  start: texts,
  end: texts,
  // Row by row: what is no zone is a problem of its row.
  timeZone: texts.transform((rows) => rows.map((text) => readTimeZone(text) ?? text)),
  capacity: texts,
  firstOn: texts,
  lastOn: texts,
  active: texts,
});

/** Saves the viewer's whole week. Problems name the row by the key that the form gave it. */
export const saveWeeklyWindowsAction = userAction({
  schema: weeklyForm,
  lists: rowFields,
  flash: 'save-weekly',
  run: async ({ input, viewer, now }) => {
    const rows = readRows(input);
    const windows = rows.map(({ key: _key, ...window }) => window);
    const result = await saveWeeklyWindows({ userId: viewer.id, windows, now });
    if (result.ok) return result;
    const problems = 'problems' in result ? result.problems : [];
    const data = problems.map(({ row, field, problem }) => ({
      key: rows[row]?.key ?? '',
      field,
      problem,
    }));
    return { ok: false, reason: result.reason, data: { problems: data } };
  },
  leadsTo: ({ now }) => savedPath('weekly', now),
});
