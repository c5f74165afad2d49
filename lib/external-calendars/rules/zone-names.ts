import windows from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '@/kernel/time/zone-names';

/** What Windows calls a zone, by the Unicode consortium's table; and what that has no name for. */
const windowsZones = new Map([
  ...windows.supplemental.windowsZones.mapTimezones
    .map(({ mapZone: { _other: name, _type: zone, _territory: territory } }) => ({
      name,
      zone,
      territory,
    }))
    // The whole world's: one zone a name.
    .filter(({ territory }) => territory === '001')
    .map(({ name, zone }) => [name.toLowerCase(), zone] as const),
  ['kamchatka standard time', 'Asia/Kamchatka'],
  ['mid-atlantic standard time', 'Etc/GMT+2'],
  ['tzone://microsoft/utc', 'UTC'],
]);

/** "(UTC+01:00) Amsterdam, Berlin", "GMT-0330". */
const offsetName = /^\(?(?:UTC|GMT)\s*(?:([+-])(\d{1,2}):?(\d{2})?)?\)?(?:\s+(.*))?$/i;

/** What a name of a zone says: a zone by its IANA name, or no more than an offset in minutes. */
export type NamedZone = { timeZone: string; isFixed: boolean } | { offsetMinutes: number };

/**
 * What a TZID of a file means to the world: the name of a zone or the end of a path that is one
 * (RFC 5545, 3.8.3.1, and what programs make of it), Windows' name, or an offset with the cities that
 * keep it. Null: the name says nothing.
 */
export function zoneNamed(tzid: string): NamedZone | null {
  const name = tzid.trim().replaceAll('"', '');
  const parts = name.split('/').filter((part) => part !== '');
  const paths = parts.map((_, from) => parts.slice(from).join('/'));
  // The last part alone could be any word.
  const known = [name, ...paths.slice(0, Math.max(1, paths.length - 1))].find(isTimeZone);
  const timeZone = known ?? windowsZones.get(name.toLowerCase());
  if (timeZone !== undefined) return { timeZone, isFixed: isFixed(timeZone) };

  const found = offsetName.exec(name);
  if (!found) return null;
  const [, sign = '+', hours = '0', minutes = '0', cities = ''] = found;
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Math.abs(offsetMinutes) > 14 * 60) return null;
  const city = cities.split(',').map((one) => zoneOfCity(one.trim(), offsetMinutes));
  const kept = city.find((one) => one !== null);
  return kept ? { timeZone: kept, isFixed: isFixed(kept) } : { offsetMinutes };
}

/** A year in which every zone's clocks go by today's rules, in the middle of either half. */
const [january, july] = [1, 7].map((month) => `2027-0${month}-15T12:00:00Z`) as [string, string];

function offsetAt(timeZone: string, instant: string): number {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9;
}

function isFixed(timeZone: string): boolean {
  return !timeZone.includes('/') || timeZone.startsWith('Etc/')
    ? offsetAt(timeZone, january) === offsetAt(timeZone, july)
    : false;
}

/** The zone that has its name from a city, if that is how far it is from UTC in its winter. */
function zoneOfCity(city: string, offsetMinutes: number): string | null {
  if (city === '') return null;
  const ending = `/${city.replaceAll(' ', '_').toLowerCase()}`;
  const timeZone = Intl.supportedValuesOf('timeZone').find((name) =>
    name.toLowerCase().endsWith(ending),
  );
  if (timeZone === undefined) return null;
  const winter = Math.min(offsetAt(timeZone, january), offsetAt(timeZone, july));
  return winter === offsetMinutes ? timeZone : null;
}
