import { formatDay } from '@/kernel/time/format';

/** "Friday 25 December 2026": a date of no zone. */
export function dayName(date: string, locale: 'en' | 'fr'): string {
  const place = { locale, timeZone: 'UTC' };
  return formatDay(Date.parse(`${date}T12:00:00Z`), place, { withYear: true });
}
