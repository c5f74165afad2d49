import { DASH } from '../dash';
import { englishCities, frenchCities } from './city-names';
import { servedOffset } from './served-clocks';

/** Where and for whom an instant is written out. Both are always explicit: a server has neither. */
export interface Place {
  /** The page's language, `en` or `fr`. */
  locale: string;
  /** IANA name; an alias such as `Asia/Katmandu` will do. An unknown one throws a RangeError. */
  timeZone: string;
}

const hourMs = 3_600_000;

/** Regional forms: a 24-hour clock and the day before the month, which both audiences read. */
const regions: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };

/** Making an Intl object costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What of an instant is written; the names are part of a formatter's key. */
const shapes = {
  time: { name: 'time', options: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } },
  day: {
    name: 'day',
    options: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  },
  short: {
    name: 'short',
    options: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  },
  month: { name: 'month', options: { month: 'long', year: 'numeric' } },
  iso: { name: 'iso', options: { day: '2-digit', month: '2-digit', year: 'numeric' } },
  offset: { name: 'offset', options: { timeZoneName: 'shortOffset' } },
} as const satisfies Record<string, Shape>;

interface Shape {
  name: string;
  options: Intl.DateTimeFormatOptions;
}

function formatter({ locale, timeZone }: Place, { name, options }: Shape): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${name}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(regions[locale] ?? locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

/** The parts of what a local clock shows; by the server's clocks, where a page brought them along. */
function partsOf(at: number, place: Place, shape: Shape) {
  const offset = servedOffset(place.timeZone, at);
  const parts =
    offset === null
      ? formatter(place, shape).formatToParts(at)
      : formatter({ ...place, timeZone: 'UTC' }, shape).formatToParts(at + offset);
  return (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
}

/**
 * Node's and Chromium's Intl data differ in commas and in white space (thin, narrow, no-break), so
 * nothing below trusts their literals: a text rendered on both sides must be the same to the byte.
 */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f\u00a0]/g, ' ');
}

/** "16:30". `at` is in epoch milliseconds, here and below. */
export function formatTime(at: number, place: Place): string {
  const part = partsOf(at, place, shapes.time);
  return `${part('hour')}:${part('minute')}`;
}

/** "16:30", and in an hour that the clocks go through twice "02:30 (GMT+2)", so that the two can be told apart. */
export function formatDistinctTime(at: number, place: Place): string {
  const time = formatTime(at, place);
  // Clocks are set back by an hour, or by half of one (Lord Howe).
  const isRepeated = [-hourMs, -hourMs / 2, hourMs / 2, hourMs].some(
    (distance) => formatTime(at + distance, place) === time,
  );
  return isRepeated ? `${time} (${formatOffset(at, place)})` : time;
}

/** "Tuesday 8 December", "mardi 8 décembre"; `withYear` adds the year. */
export function formatDay(at: number, place: Place, { withYear = false } = {}): string {
  return day(at, place, { shape: shapes.day, withYear });
}

/** "Tue 8 Dec", "mar. 8 déc."; `withYear` adds the year. */
export function formatDayShort(at: number, place: Place, { withYear = false } = {}): string {
  return day(at, place, { shape: shapes.short, withYear });
}

function partsOfDay(date: string, locale: string): { day: string; month: string; year: string } {
  const part = partsOf(Date.parse(date), { locale, timeZone: 'UTC' }, shapes.day);
  return { day: dayNumber(part('day'), locale), month: part('month'), year: part('year') };
}

/** "8", of the first in French « 1er »: French writes it as an ordinal, which Intl leaves to the writer. */
export function dayNumber(number: string, locale: string): string {
  return locale.startsWith('fr') && number === '1' ? '1er' : number;
}

function day(
  at: number,
  place: Place,
  { shape, withYear }: { shape: Shape; withYear: boolean },
): string {
  const part = partsOf(at, place, shape);
  const words = [
    part('weekday'),
    dayNumber(part('day'), place.locale),
    part('month'),
    ...(withYear ? [part('year')] : []),
  ];
  return plainSpaces(words.join(' '));
}

/**
 * "7–13 December 2026", "30 November to 6 December 2026": from one day to another, both included. Days of a
 * calendar, in no zone. A line breaks at most between two dates.
 */
export function formatDays(first: string, last: string, locale: string): string {
  const [from, to] = [partsOfDay(first, locale), partsOfDay(last, locale)];
  const end = whole(to.day, to.month, to.year);
  if (first === last) return end;
  const isOneYear = from.year === to.year;
  if (isOneYear && from.month === to.month) return `${from.day}${DASH}${end}`;
  const start = whole(from.day, from.month, ...(isOneYear ? [] : [from.year]));
  return `${start} ${whole(locale.startsWith('fr') ? 'au' : 'to', end)}`;
}

function whole(...parts: string[]): string {
  return parts.join('\u00A0');
}

/** "December 2026", "décembre 2026". */
export function formatMonth(at: number, place: Place): string {
  const part = partsOf(at, place, shapes.month);
  return plainSpaces(`${part('month')} ${part('year')}`);
}

/** "Tuesday 8 December, 16:30"; `withYear` adds the year. */
export function formatDateTime(at: number, place: Place, { withYear = false } = {}): string {
  return `${formatDay(at, place, { withYear })}, ${formatTime(at, place)}`;
}

/** "16:30–17:30": a session's two ends. It lasts at most eight hours, so times say all there is. */
export function formatRange(start: number, end: number, place: Place): string {
  return `${formatTime(start, place)}–${formatTime(end, place)}`;
}

/** "Today 16:30", "Tomorrow 09:00", else "Tue 8 Dec, 09:00". */
export function formatNear(at: number, place: Place, { now }: { now: number }): string {
  return nearWord(at, place, now)
    ? `${formatDayNear(at, place, { now })} ${formatTime(at, place)}`
    : `${formatDayShort(at, place)}, ${formatTime(at, place)}`;
}

/** "Today", "Tomorrow", else "Tuesday 8 December", with a capital at its head. */
export function formatDayNear(at: number, place: Place, { now }: { now: number }): string {
  const text = nearWord(at, place, now) ?? formatDay(at, place);
  return text.charAt(0).toLocaleUpperCase(place.locale) + text.slice(1);
}

function nearWord(at: number, place: Place, now: number): string | undefined {
  const days = daysBetween(localDay(now, place.timeZone), localDay(at, place.timeZone));
  if (days !== 0 && days !== 1) return undefined;
  const relative = new Intl.RelativeTimeFormat(regions[place.locale] ?? place.locale, {
    numeric: 'auto',
  });
  return plainSpaces(relative.format(days, 'day'));
}

/** The local day of an instant, "2026-12-08": what slots are grouped by. */
export function localDay(at: number, timeZone: string): string {
  const part = partsOf(at, { locale: 'en', timeZone }, shapes.iso);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whole days from one local day to another; days of a calendar, so no clock change counts. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * hourMs));
}

/** "GMT+1", in French "UTC+1": a zone's offset at that instant. */
export function formatOffset(at: number, place: Place): string {
  const served = servedOffset(place.timeZone, at);
  if (served !== null) return offsetName(Math.round(served / 60_000), place.locale);
  const offset = knownOffset(at, place);
  return place.locale.startsWith('fr') ? offset.replace('GMT', 'UTC') : offset;
}

/** "GMT+1", in French "UTC+1": an offset in minutes. */
export function offsetName(minutes: number, locale: string): string {
  return `${locale.startsWith('fr') ? 'UTC' : 'GMT'}${offsetText(minutes)}`;
}

function knownOffset(at: number, place: Place): string {
  const parts = formatter({ ...place, locale: 'en' }, shapes.offset).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // Some releases of Intl write "GMT+0" where others write "GMT".
  return offset.replace(/\+0$/, '').replace('-', '\u2212');
}

/** "+1", "−3:30", nothing for no offset: as `Intl` writes it, with a true minus sign. */
function offsetText(minutes: number): string {
  if (minutes === 0) return '';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const size = rest === 0 ? String(hours) : `${String(hours)}:${String(rest).padStart(2, '0')}`;
  return `${minutes < 0 ? '\u2212' : '+'}${size}`;
}

/** "Paris (GMT+1)": how a zone is named beside a time. The offset is that of `at`. */
export function timeZoneName(at: number, place: Place): string {
  const city = timeZoneCity(place);
  const offset = formatOffset(at, place);
  return city === 'UTC' ? offset : `${city} (${offset})`;
}

/** The city that a zone is named after: "Addis Ababa", in French « Addis-Abeba ». */
export function timeZoneCity({ locale, timeZone }: Place): string {
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  return (locale.startsWith('fr') ? frenchCities[city] : englishCities[city]) ?? city;
}

/** Whether two zones show the same wall time at an instant, so that one label is enough. */
export function sameWallTime(at: number, one: string, other: string): boolean {
  const inZone = (timeZone: string) => formatOffset(at, { locale: 'en', timeZone });
  return inZone(one) === inZone(other);
}

/** The month of a day, short: "Dec". An instant at noon in UTC. */
export function formatMonthShort(at: number, locale: string): string {
  return new Intl.DateTimeFormat(regions[locale] ?? locale, {
    month: 'short',
    timeZone: 'UTC',
  }).format(at);
}

/** How long it is until a later instant, in its largest unit: "in 3 days", "in 5 hours", "in 20 minutes". */
export function formatUntil(at: number, locale: string, { now }: { now: number }): string {
  const minutes = Math.max(1, Math.round((at - now) / 60_000));
  const format = new Intl.RelativeTimeFormat(regions[locale] ?? locale);
  if (minutes < 60) return format.format(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? format.format(hours, 'hour') : format.format(Math.floor(hours / 24), 'day');
}

/**
 * A length of time that people agree on, such as a notice: "90 minutes", "36 hours", "3 days", in the
 * largest unit that has no rest. One day is "24 hours", as people say it.
 */
export function formatDuration(minutes: number, locale: string): string {
  const [count, unit] =
    minutes % 1440 === 0 && minutes > 1440
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  const key = `${locale} ${unit}`;
  const long = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const made =
    durationFormatters.get(key) ?? new Intl.NumberFormat(regions[locale] ?? locale, long);
  durationFormatters.set(key, made);
  return plainSpaces(made.format(count));
}

const durationFormatters = new Map<string, Intl.NumberFormat>();
