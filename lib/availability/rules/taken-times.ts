import type { Interval, Schedule } from '@/domain/schedules';
import { startOfDay } from '@/lib/scheduling';
import { addDays, type Day } from '@/kernel/time/calendar';

/** A day of another zone, and the longest buffers, reach so far into the days around. */
const busyDays = 2;
/** Caps of a week count whole weeks. */
const sessionDays = 8;

/** Of what has a mentor's time, what can matter to anything on these days of their zone. */
export function takenOn(
  { busy, sessions, timeZone }: Pick<Schedule, 'busy' | 'sessions' | 'timeZone'>,
  { from, to }: { from: Day; to: Day },
): Pick<Schedule, 'busy' | 'sessions'> {
  const meeting = (days: number) => {
    const start = startOfDay(addDays(from, -days), timeZone);
    const end = startOfDay(addDays(to, days), timeZone);
    return (span: Interval) => span.start < end && start < span.end;
  };
  return {
    busy: busy.filter(meeting(busyDays)),
    sessions: sessions.filter(meeting(sessionDays)),
  };
}
