import { weeksShown } from '@/lib/slots/schema/weeks';
import { addDays, type Day } from '@/kernel/time/calendar';
import { formatDays } from '@/kernel/time/format';

/** The weeks from a Monday on, "30 November 2026 – 3 January 2027". */
export function daysOfWeeks(from: Day, locale: string): string {
  return formatDays(from, addDays(from, weeksShown * 7 - 1), locale);
}
