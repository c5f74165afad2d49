import { Temporal } from 'temporal-polyfill';
import { getMentorTimeZone, insertTimeOff } from '@/db/queries/mentor-calendar';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/lib/result';

const longestDays = 366;

export type TimeOffRefusal =
  | 'not_a_mentor'
  | 'not_a_time'
  | 'end_before_start'
  | 'over'
  | 'too_long';

/**
 * Takes a span of time off, under the mentor's lock: whoever books meanwhile comes wholly before or
 * wholly after it. Sessions inside it stay.
 * @param from local date and time of the mentor's zone, "2026-12-24T18:00"
 * @param to the same, exclusive
 */
export async function addTimeOff({
  userId,
  from,
  to,
  note,
  now,
}: {
  userId: string;
  from: string;
  to: string;
  note: string;
  now: Temporal.Instant;
}): Promise<Result<{ id: string }, TimeOffRefusal>> {
  return inTransaction(async (tx) => {
    await lockPeople(tx, { ids: [userId] });
    const timeZone = await getMentorTimeZone(tx, { mentorId: userId });
    if (timeZone === null) return refused('not_a_mentor');
    const start = instantOf(from, timeZone);
    const end = instantOf(to, timeZone);
    if (!start || !end) return refused('not_a_time');
    if (Temporal.Instant.compare(end, start) <= 0) return refused('end_before_start');
    if (Temporal.Instant.compare(end, now) <= 0) return refused('over');
    if (start.until(end).total('hours') > longestDays * 24) return refused('too_long');
    const period = { start, end };
    return ok({ id: await insertTimeOff(tx, { mentorId: userId, period, note, createdAt: now }) });
  });
}

function instantOf(local: string, timeZone: string): Temporal.Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
      .toZonedDateTime(timeZone)
      .toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
