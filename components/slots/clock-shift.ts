import { formatTime } from '@/kernel/time/format';
import { minutesAhead } from '@/kernel/time/local-days';

/**
 * Whose clocks have changed between two sessions of a series, so that the viewer reads another time
 * from the later one on; null where they read the same, or where both live by the same clocks.
 */
export function clockShift(
  before: number,
  start: number,
  { timeZone, mentorTimeZone }: { timeZone: string; mentorTimeZone: string },
): 'mentors' | 'viewers' | null {
  if (timeZone === mentorTimeZone) return null;
  const timeOf = (at: number) => formatTime(at, { locale: 'en', timeZone });
  if (timeOf(before) === timeOf(start)) return null;
  const offsetOf = (at: number) => minutesAhead(at, 'UTC', mentorTimeZone);
  return offsetOf(before) === offsetOf(start) ? 'viewers' : 'mentors';
}
