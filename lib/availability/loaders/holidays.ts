import 'server-only';
import { canonicalTimeZone } from '@/lib/scheduling';
import { addDays, type Day } from '@/kernel/time/calendar';
import type { Holiday } from '../schema/availability';

/**
 * The next twelve months' public holidays of the country that a page's address asks for, else of one
 * in the mentor's zone, and the countries to choose from.
 */
export async function loadHolidays({
  country: asked,
  locale,
  today,
  timeZone,
}: {
  country: unknown;
  locale: string;
  today: Day;
  timeZone: string;
}) {
  const countries = await listCountries(locale);
  const codes = countries.map(({ code }) => code);
  const country = codes.find((code) => code === asked) ?? countryOfZone(timeZone, codes) ?? 'FR';
  const to = addDays(today, 365);
  return { countries, country, holidays: await listHolidays({ country, locale, from: today, to }) };
}

/**
 * The public holidays of a country between two dates, both inclusive, one a date; none for a country
 * that the data does not know. Dates that follow the moon are calculated, so a country may yet
 * announce them a day earlier or later.
 * @param country ISO 3166 code
 */
async function listHolidays({
  country,
  locale,
  from,
  to,
}: {
  country: string;
  locale: string;
  from: Day;
  to: Day;
}): Promise<Holiday[]> {
  const holidays = await calendarOf(country);
  const names = new Map<Day, string>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { date: text, type, name } of holidays.getHolidays(year, locale)) {
      const date = text.slice(0, 10);
      if (type !== 'public' || date < from || date > to) continue;
      const other = names.get(date);
      names.set(date, other === undefined || other === name ? name : `${other}, ${name}`);
    }
  }
  const dates = [...names].map(([date, name]) => ({ date, name }));
  return dates.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

/** The countries whose holidays are known, by their names in the reader's language. */
async function listCountries(locale: string): Promise<{ code: string; name: string }[]> {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const codes = Object.keys((await calendarOf()).getCountries());
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
}

/** The first country (ISO 3166 code) of `codes` where clocks show this zone's time; null for none. */
function countryOfZone(timeZone: string, codes: readonly string[]): string | null {
  const zone = canonicalTimeZone(timeZone);
  return codes.find((code) => zonesOf(code).some((one) => canonicalTimeZone(one) === zone)) ?? null;
}

/** A getter in older engines, a method in newer ones; the types know neither. */
function zonesOf(country: string): readonly string[] {
  const region = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?: () => string[];
    timeZones?: string[];
  };
  return region.getTimeZones?.() ?? region.timeZones ?? [];
}

/** Megabytes of data, read when somebody asks for it first. */
async function calendarOf(country?: string) {
  const { default: Holidays } = await import('date-holidays');
  return country === undefined ? new Holidays() : new Holidays(country);
}
