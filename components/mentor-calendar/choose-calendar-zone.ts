import { calendarZoneCookie, noZone } from '@/kernel/time/zone-names';

const yearSeconds = 60 * 60 * 24 * 365;

/** Keeps the zone that a mentor's calendar shows beside the mentor's own; null: none. */
export function chooseCalendarZone(timeZone: string | null): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${calendarZoneCookie}=${timeZone ?? noZone}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
}
