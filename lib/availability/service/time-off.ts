import { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '@/db/client';
import { archiveTimeOff, insertTimeOff } from '@/db/queries/availability';
import { ok, refused, type Result } from '@/kernel/result';
import { longestTimeOffDays } from '../schema/availability';
import { changeAvailability } from './change-availability';

type AddRefusal = 'not_a_time' | 'end_before_start' | 'over' | 'too_long' | 'not_found';

/**
 * Takes a span of time off. Bookings inside it stay: they come back as lying outside.
 * @param from local date and time of the mentor's zone, "2026-12-24T18:00"
 * @param to the same, exclusive
 * @param replaces time off of the mentor's that this is put in the place of
 */
export async function addTimeOff({
  userId,
  from,
  to,
  note,
  replaces,
  now,
}: {
  userId: string;
  from: string;
  to: string;
  note: string;
  replaces?: string | undefined;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId, rules }): Promise<Result<{ id: string }, AddRefusal>> => {
      const start = instantOf(from, rules.timeZone);
      const end = instantOf(to, rules.timeZone);
      if (!start || !end) return refused('not_a_time');
      if (Temporal.Instant.compare(end, start) <= 0) return refused('end_before_start');
      if (Temporal.Instant.compare(end, now) <= 0) return refused('over');
      if (start.until(end).total('hours') > longestTimeOffDays * 24) return refused('too_long');
      if (replaces !== undefined && !(await archive(tx, { mentorId, id: replaces, now }))) {
        return refused('not_found');
      }
      const period = { start, end };
      return ok({ id: await insertTimeOff(tx, { mentorId, period, note, createdAt: now }) });
    },
  );
}

/** Takes time off back, wholly. Somebody else's answers like none. */
export async function removeTimeOff({
  userId,
  id,
  now,
}: {
  userId: string;
  id: string;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId }): Promise<Result<object, 'not_found'>> => {
      return (await archive(tx, { mentorId, id, now })) ? ok({}) : refused('not_found');
    },
  );
}

/** False: there is no such time off, or it is somebody else's. */
async function archive(
  tx: Transaction,
  { mentorId, id, now }: { mentorId: string; id: string; now: Temporal.Instant },
): Promise<boolean> {
  return isUuid(id) && (await archiveTimeOff(tx, { mentorId, id, now }));
}

function instantOf(local: string, timeZone: string): Temporal.Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  try {
    const wallTime = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return wallTime.toZonedDateTime(timeZone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
