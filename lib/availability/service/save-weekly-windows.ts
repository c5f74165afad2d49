import type { Temporal } from 'temporal-polyfill';
import type { WindowDraft } from '@/domain/availability';
import {
  archiveWeeklyWindows,
  insertWeeklyWindows,
  listWeeklyWindows,
} from '@/db/queries/availability';
import { ok, refused, type Result } from '@/kernel/result';
import { canonicalTimeZone } from '@/lib/scheduling';
import { mergeDays, windowKey } from '../rules/weekly-set';
import { type WindowProblem, windowProblems } from '../rules/window-problems';
import { mostWindows } from '../schema/availability';
import { changeAvailability } from './change-availability';

type Refusal = 'invalid_windows' | 'too_many';

/**
 * Makes these the mentor's weekly windows, all of them. What stays as it was keeps its row; what is
 * no more is archived, not changed or deleted, so that the past can still be read. The last of two
 * savings wins, since each says the whole week.
 * @param windows one row each for problems to name; rows that differ only in weekdays become one
 */
export async function saveWeeklyWindows({
  userId,
  windows,
  now,
}: {
  userId: string;
  windows: WindowDraft[];
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (
      tx,
      { mentorId, rules },
    ): Promise<Result<object, Refusal, { problems: WindowProblem[] }>> => {
      if (windows.length > mostWindows) return refused('too_many', { problems: [] });
      const problems = windowProblems(windows, rules.timeZone);
      if (problems.length > 0) return refused('invalid_windows', { problems });

      const wanted = new Map(
        mergeDays(windows.map(inCanonicalZone)).map((window) => [windowKey(window), window]),
      );
      const gone: string[] = [];
      for (const { id, ...window } of await listWeeklyWindows(tx, { mentorId })) {
        // A second row that says the same goes too.
        if (!wanted.delete(windowKey(window))) gone.push(id);
      }
      if (gone.length > 0) await archiveWeeklyWindows(tx, { mentorId, ids: gone, now });
      await insertWeeklyWindows(tx, { mentorId, windows: [...wanted.values()], now });
      return ok({});
    },
  );
}

/** One name a zone, so that windows of one zone are rows of one zone. */
function inCanonicalZone(window: WindowDraft): WindowDraft {
  const { timeZone } = window;
  return { ...window, timeZone: timeZone === null ? null : canonicalTimeZone(timeZone) };
}
