import type { Schedule } from '@/domain/schedules';
import type { ReasonAgainst } from '../schema/availability';
import { reasonsAgainst } from './reasons-against';

/** A session that is booked although the mentor would not be open for it now. */
export interface SessionOutside {
  sessionId: string;
  reasons: ReasonAgainst[];
}

const outside = new Set<ReasonAgainst['kind']>([
  'outside_windows',
  'closed_date',
  'closed_for_all',
  'other_hours',
  'taken',
]);

/**
 * The sessions to come that lie outside the windows or inside time off, in order of time. Changing
 * the availability never moves them: they are for the mentor to keep, move or cancel. That a session
 * is off the grid, too soon or over a cap is nothing to act on.
 */
export function sessionsOutside(schedule: Schedule, { now }: { now: number }): SessionOutside[] {
  const busy = schedule.busy.filter(({ source }) => source === 'time_off');
  const bare = { ...schedule, busy, sessions: [] };
  return schedule.sessions
    .filter((session) => session.seatsTaken > 0 && session.start > now)
    .toSorted((one, other) => one.start - other.start)
    .map(({ id, variantId, start, end, capacity }) => {
      const offer = {
        variantId,
        durationMinutes: (end - start) / 60_000,
        capacity,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
      };
      const reasons = reasonsAgainst(bare, offer, { start, now });
      return { sessionId: id, reasons: reasons.filter(({ kind }) => outside.has(kind)) };
    })
    .filter(({ reasons }) => reasons.length > 0);
}
