import { addDays } from '@/kernel/time/calendar';

/** A Monday; only its weekday matters. */
const someMonday = '2026-11-23';

/** "Monday", "Lundi" for an ISO weekday, with a capital at its head. */
export function weekdayName(day: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const name = format.format(Date.parse(addDays(someMonday, day - 1)));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
