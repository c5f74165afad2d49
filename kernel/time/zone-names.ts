/** The cookie with the zone of the device: an IANA name. A script in every page keeps it so. */
export const deviceZoneCookie = 'tz';
/** The cookie with the zone that a visitor has picked to read times in, whatever the device's. */
export const chosenZoneCookie = 'tz_chosen';
/** The cookie with the device's zone as it was when somebody last said in which zone they read times. */
export const settledZoneCookie = 'tz_settled';

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
