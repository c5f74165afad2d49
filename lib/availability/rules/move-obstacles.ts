import type { Schedule } from '@/domain/schedules';
import type { ReasonAgainst } from '../schema/availability';
import { withoutSession } from '@/lib/slots/rules/free-slots';
import { reasonsAgainst } from './reasons-against';

const minuteMs = 60_000;

/**
 * What stands in the way when a mentor moves a session to `start`: windows, notice, horizon and caps
 * do not, nor does the session itself. None where the schedule does not have it.
 */
export function obstaclesToMove(
  schedule: Schedule,
  { sessionId, start, now }: { sessionId: string; start: number; now: number },
): ReasonAgainst[] {
  const session = schedule.sessions.find(({ id }) => id === sessionId);
  if (!session) return [];
  const { capacity, bufferBeforeMinutes, bufferAfterMinutes } = session;
  const offer = {
    // Of no variant: it cannot join another session, of its own kind either.
    variantId: '',
    durationMinutes: (session.end - session.start) / minuteMs,
    capacity,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  };
  return reasonsAgainst(withoutSession(schedule, sessionId), offer, { start, now }).filter(
    ({ kind }) => kind === 'taken' || kind === 'buffer',
  );
}
