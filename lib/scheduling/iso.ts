/**
 * ISO 8601 text to numbers and back, by arithmetic alone: a busy year is thousands of instants, and
 * a date object for each would cost more than finding the slots.
 */

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The digits of `text` in [from, to) as a number; NaN where one is no digit or is missing. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Years run from 1 March in the next two, so that the leap day comes last; 719,468 days lie between
// 0000-03-01 and 1970-01-01, 146,097 in each 400 years of the Gregorian calendar.

function epochDayOf(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** `YYYY-MM-DD` of a day since 1970-01-01; years outside 0000–9999 take a sign and six digits. */
export function formatDate(epochDay: number): string {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Days since 1970-01-01 of the date that `text` begins with; NaN where it is none. */
function leadingDate(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const valid =
    year >= 0 &&
    text[4] === '-' &&
    text[7] === '-' &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  return valid ? epochDayOf(year, month, day) : Number.NaN;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` that exists; NaN for anything else. */
export function parseDate(text: unknown): number {
  return typeof text === 'string' && text.length === 10 ? leadingDate(text) : Number.NaN;
}

/** Milliseconds since midnight of an `HH:MM` up to `24:00`; NaN for anything else. */
export function parseWallTime(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 5 || text[2] !== ':') return Number.NaN;
  const hour = digits(text, 0, 2);
  const minute = digits(text, 3, 5);
  const valid = (hour <= 23 && minute <= 59) || (hour === 24 && minute === 0);
  return valid ? (hour * 60 + minute) * MINUTE : Number.NaN;
}

/** Seconds, their fraction and the offset: what follows `YYYY-MM-DDTHH:MM`. */
const INSTANT_TAIL =
  /^(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/i;

/**
 * Epoch milliseconds of an ISO 8601 instant, after RFC 3339: `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z`
 * or an offset, which is required. NaN for anything else, a date that does not exist included.
 * What the text says beyond the millisecond stays as a fraction, so that order is kept.
 */
export function parseInstant(text: unknown): number {
  if (typeof text !== 'string' || (text[10] !== 'T' && text[10] !== 't')) return Number.NaN;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (!(hour <= 23 && minute <= 59 && text[13] === ':')) return Number.NaN;
  const wholeMinutes = leadingDate(text) * DAY + (hour * 60 + minute) * MINUTE;

  // What nearly every input looks like: whole seconds, or what `toISOString` writes.
  const isShort = text.length === 20 && text[19] === 'Z';
  if (isShort || (text.length === 24 && text[19] === '.' && text[23] === 'Z')) {
    const second = text[16] === ':' ? digits(text, 17, 19) : Number.NaN;
    const millisecond = isShort ? 0 : digits(text, 20, 23);
    return second <= 59 ? wholeMinutes + second * 1000 + millisecond : Number.NaN;
  }

  const tail = INSTANT_TAIL.exec(text.slice(16));
  if (tail === null) return Number.NaN;
  const [, second = '0', fraction = '0', sign, offsetHour = '0', offsetMinute = '0'] = tail;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE;
  const milliseconds = Number(second) * 1000 + Number(fraction.padEnd(9, '0')) / 1e6;
  return wholeMinutes + milliseconds + (sign === '-' ? offset : -offset);
}

/** `THH:MM:00Z` by minute of the day, each made when it is first asked for. */
const timesOfDay: string[] = [];

/**
 * A function that writes whole epoch seconds, given in milliseconds, as `YYYY-MM-DDTHH:MM:SSZ`. It
 * remembers what it wrote last, which makes ascending instants cheap: most slots begin on the date,
 * and many at the instant, on which the one before ended.
 */
export function instantFormatter(): (epochMilliseconds: number) => string {
  let last = Number.NaN;
  let text = '';
  let midnight = Number.NaN;
  let date = '';
  return (epochMilliseconds) => {
    if (epochMilliseconds === last) return text;
    let inDay = epochMilliseconds - midnight;
    if (!(inDay >= 0 && inDay < DAY)) {
      const epochDay = Math.floor(epochMilliseconds / DAY);
      date = formatDate(epochDay);
      midnight = epochDay * DAY;
      inDay = epochMilliseconds - midnight;
    }
    const minute = Math.floor(inDay / MINUTE);
    const second = Math.floor((inDay - minute * MINUTE) / 1000);
    last = epochMilliseconds;
    text = date + (second === 0 ? timeOfDay(minute) : formatTime(minute, second));
    return text;
  };
}

function timeOfDay(minute: number): string {
  return (timesOfDay[minute] ??= formatTime(minute, 0));
}

function formatTime(minute: number, second: number): string {
  return `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:${twoDigits(second)}Z`;
}
