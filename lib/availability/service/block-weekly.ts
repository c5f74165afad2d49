import { Temporal } from 'temporal-polyfill';
import {
  archiveWeeklyWindows,
  insertWeeklyWindows,
  listWeeklyWindows,
} from '@/db/queries/availability';
import { ok, refused, type Result } from '@/kernel/result';
import { type WeeklySpan, withoutSpans } from '../rules/weekly-block';
import { mergeDays, windowKey } from '../rules/weekly-set';
import { mostWindows } from '../schema/availability';
import { changeAvailability } from './change-availability';

type Refusal = 'not_a_time' | 'end_before_start' | 'over_a_day' | 'not_open_then' | 'too_many';

/**
 * Takes a stretch out of the mentor's week for good: of their weekly windows stays what lies beside it.
 * Bookings inside it stay.
 * @param from local date and time of the mentor's zone, "2026-12-22T12:00"; its weekday counts
 * @param to the same, exclusive, a day later at most
 */
export async function blockWeekly({
  userId,
  from,
  to,
  now,
}: {
  userId: string;
  from: string;
  to: string;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId }): Promise<Result<object, Refusal>> => {
      const [start, end] = [wallTimeOf(from), wallTimeOf(to)];
      if (!start || !end) return refused('not_a_time');
      const minutes = start.until(end).total('minutes');
      if (minutes <= 0) return refused('end_before_start');
      if (minutes > 24 * 60) return refused('over_a_day');
      const before = await listWeeklyWindows(tx, { mentorId });
      const after = mergeDays(withoutSpans(before.map(draftOf), spansOf(start, end)));
      const kept = new Set(after.map(windowKey));
      const gone = before.filter((window) => !kept.has(windowKey(draftOf(window))));
      if (gone.length === 0) return refused('not_open_then');
      if (after.length > mostWindows) return refused('too_many');
      const known = new Set(before.map((window) => windowKey(draftOf(window))));
      const windows = after.filter((window) => !known.has(windowKey(window)));
      await archiveWeeklyWindows(tx, { mentorId, ids: gone.map(({ id }) => id), now });
      await insertWeeklyWindows(tx, { mentorId, windows, now });
      return ok({});
    },
  );
}

function draftOf<Window extends { id: string }>(window: Window) {
  const { id: _, ...draft } = window;
  return draft;
}

/** One stretch, or two where it goes over midnight. */
function spansOf(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): WeeklySpan[] {
  const first = { day: start.dayOfWeek, start: clock(start) };
  if (start.toPlainDate().equals(end.toPlainDate())) return [{ ...first, end: clock(end) }];
  const rest = { day: end.dayOfWeek, start: '00:00', end: clock(end) };
  return [{ ...first, end: '24:00' }, ...(rest.end === '00:00' ? [] : [rest])];
}

function clock(at: Temporal.PlainDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

function wallTimeOf(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
