/** The cookie that says in which zone a viewer reads times: an IANA name. The browser sets it. */
export const timeZoneCookie = 'tz';

/** The cookie with the second zone of a mentor's calendar: an IANA name, or `noZone`. */
export const calendarZoneCookie = 'calendar_tz';
export const noZone = 'none';

/**
 * Whether `value` names a zone that this machine knows, aliases included (Chromium says
 * Asia/Katmandu). Bare offsets such as "+02:00" are refused although `Intl` takes them: they have no
 * clock changes, so they would be wrong for half the year.
 */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][\w+\-/]{1,63}$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}

/** `value` as it can be used, or null when it is not the name of a zone. */
export function knownTimeZone(value: unknown): string | null {
  return isTimeZone(value) ? value : null;
}
