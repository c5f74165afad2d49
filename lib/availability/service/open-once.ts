import { Temporal } from 'temporal-polyfill';
import { wallTimePattern } from '@/domain/availability';
import { archiveOverrides, insertOverrides, listOverrides } from '@/db/queries/availability';
import { listSchedules } from '@/db/queries/schedules';
import { ok, refused, type Result } from '@/kernel/result';
import { type OneOffRefusal, type OpenedDate, planOneOff } from '../rules/one-off-window';
import { typedInstant } from '../rules/preview';
import { changeAvailability } from './change-availability';

type Refusal = OneOffRefusal | 'not_a_time';

/**
 * Opens a span of time once: each of its dates gets an override of the hours it has now and the span,
 * which replaces the one it may have had and keeps its note.
 * @param from local date and time of the mentor's zone, "2026-12-24T18:00"
 * @param to the same, exclusive; after midnight it is the next date's
 */
export async function openOnce({
  userId,
  from,
  to,
  capacity,
  now,
}: {
  userId: string;
  from: string;
  to: string;
  /** Null: no limit of its own. */
  capacity: number | null;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId, rules }): Promise<Result<{ dates: OpenedDate[] }, Refusal>> => {
      const start = wallInstant(from, rules.timeZone);
      const end = wallInstant(to, rules.timeZone);
      if (start === null || end === null) return refused('not_a_time');
      const [schedule] = await listSchedules(tx, {
        mentorIds: [mentorId],
        from: Temporal.Instant.fromEpochMilliseconds(start),
        to: Temporal.Instant.fromEpochMilliseconds(Math.max(start, end)),
        now,
      });
      if (!schedule) throw new Error('a mentor without a schedule');
      const span = { start, end, capacity, now: now.epochMilliseconds };
      const plan = planOneOff(schedule, span);
      if (!plan.ok) return plan;

      const [first] = plan.value;
      const before = first ? await listOverrides(tx, { mentorId, from: first.date }) : [];
      for (const { date, hours: ranges } of plan.value) {
        const note = before.find((override) => override.date === date)?.note ?? '';
        await archiveOverrides(tx, { mentorId, dates: [date], now });
        await insertOverrides(tx, { mentorId, dates: [date], ranges, note, now });
      }
      return ok({ dates: plan.value });
    },
  );
}

function wallInstant(local: string, timeZone: string): number | null {
  const [date = '', time = '', ...rest] = local.split('T');
  const isTime = rest.length === 0 && wallTimePattern.test(time);
  return isTime ? typedInstant(date, time, timeZone) : null;
}
