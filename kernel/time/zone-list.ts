import { aliasesOf, withoutAlias } from './zone-aliases';
import { commonTimeZones } from './common-zones';
import { foldName, type ListedZone, type NamedZone, zoneMeant } from './find-zone';
import { offsetName, timeZoneCity } from './format';
import { knownTimeZone } from './canonical-zone';

type Language = 'en' | 'fr';

const hourMs = 3_600_000;
const common = new Set<string>(commonTimeZones);

/**
 * Every zone to choose from, by its canonical name, in the order of their cities. Engine and ICU say which
 * there are and in which country; offsets are those of `now`, in epoch milliseconds. For the server: a
 * browser asks for it (`/api/zones`) when somebody looks for a zone.
 */
export function zoneList(locale: Language, now: number): readonly ListedZone[] {
  const minutesOf = offsetsAt(Math.floor(now / hourMs) * hourMs);
  return namedZones(locale).map((named) => {
    const minutes = minutesOf.get(named.zone) ?? 0;
    return { ...named, minutes, offset: offsetName(minutes, locale) };
  });
}

/** The zone that somebody names: an IANA name or an alias, a city, or a country that has only one. */
export function readTimeZone(text: string): string | null {
  // The names to go by are the same in both languages.
  return knownTimeZone(text.trim()) ?? zoneMeant(namedZones('en'), text.slice(0, 100));
}

/** One reckoning an hour: it takes a tenth of a second, and an Intl object for each zone, which is not kept. */
function offsetsAt(hour: number): ReadonlyMap<string, number> {
  if (offsets.hour === hour) return offsets.minutes;
  const minutes = new Map<string, number>();
  for (const { zone } of namedZones('en')) {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const text =
      format.formatToParts(hour).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', rest = '0'] = /([+-])(\d\d):(\d\d)/.exec(text) ?? [];
    minutes.set(zone, (Number(hours) * 60 + Number(rest)) * (sign === '-' ? -1 : 1));
  }
  offsets = { hour, minutes };
  return minutes;
}

let offsets: { hour: number; minutes: ReadonlyMap<string, number> } = {
  hour: Number.NaN,
  minutes: new Map(),
};
const named = new Map<Language, readonly NamedZone[]>();

function namedZones(locale: Language): readonly NamedZone[] {
  const kept = named.get(locale);
  if (kept) return kept;
  const regions = regionsOfZones();
  const countryNames = {
    en: new Intl.DisplayNames('en-GB', { type: 'region' }),
    fr: new Intl.DisplayNames('fr-FR', { type: 'region' }),
  };
  const made = [...regions].map(([zone, region]) => {
    const countryIn = (language: Language) =>
      region === null ? '' : (countryNames[language].of(region) ?? '');
    const cityIn = (language: Language) => timeZoneCity({ locale: language, timeZone: zone });
    const aliases = aliasesOf(zone);
    const spellings = [zone, ...aliases].map(lastPart);
    const cities = new Set([cityIn('en'), cityIn('fr'), ...spellings].map(foldName));
    const countries = [countryIn('en'), countryIn('fr')]
      .map(foldName)
      .filter((name) => name !== '');
    const places = new Set([...cities, ...countries]);
    return {
      zone,
      city: cityIn(locale),
      country: countryIn(locale),
      names: [...new Set([...places, ...[zone, ...aliases].map(foldName)])],
      cities: cities.size,
      places: places.size,
      ...(common.has(zone) && { isCommon: true as const }),
    };
  });
  const sorted = made.toSorted((one, other) => one.city.localeCompare(other.city, locale));
  named.set(locale, sorted);
  return sorted;
}

function lastPart(zone: string): string {
  return zone.split('/').at(-1) ?? zone;
}

/** Each zone with its country's code (ISO 3166), as ICU has them; UTC has none. */
function regionsOfZones(): Map<string, string | null> {
  const zones = new Map<string, string | null>([['UTC', null]]);
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const locale = new Intl.Locale(`und-${code}`);
      // A code of former times, such as SU, is read as that of today.
      if (known.of(code) === undefined || locale.region !== code) continue;
      for (const zone of zonesOf(locale)) zones.set(withoutAlias(zone), code);
    }
  }
  return zones;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A getter first, and a method since it became a standard. */
function zonesOf(
  locale: Intl.Locale & {
    timeZones?: readonly string[];
    getTimeZones?: () => readonly string[] | undefined;
  },
): readonly string[] {
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
