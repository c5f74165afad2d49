/** A zone and what it is called. */
export interface NamedZone {
  /** The canonical IANA name. */
  zone: string;
  /** What it is called after, and where that is, in the reader's language; UTC is nowhere. */
  city: string;
  country: string;
  /** What it is found by in every language and spelling, folded: first the city, then the country. */
  names: readonly string[];
  /** How many of the names are the city's; how many are the city's or the country's: the rest are IANA's. */
  cities: number;
  places: number;
  /** Offered before anything is typed. */
  isCommon?: true;
}

/** The same with its offset from UTC, which in summer is another than in winter. */
export interface ListedZone extends NamedZone {
  minutes: number;
  /** "GMT+5:30", in French "UTC+5:30". */
  offset: string;
}

/** Letters and digits alone, without accents or case, one space between words. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The zones that a city, a country, an offset from UTC or an IANA name leads to, best first: a whole city
 * before a whole country before what begins so, and of these the common ones. With nothing typed, those alone.
 */
export function findZones(zones: readonly ListedZone[], typed: string): ListedZone[] {
  if (typed.trim() === '') return zones.filter(({ isCommon }) => isCommon);
  const offset = readOffset(typed);
  if (offset) return zones.filter(({ minutes }) => isAt(minutes, offset)).toSorted(byMinutes);
  return ranked(zones, foldName(typed)).map(({ entry }) => entry);
}

/** The one zone that is meant by a text, such as "Dakar" or "Senegal"; null: none, or one of several. */
export function zoneMeant(zones: readonly NamedZone[], typed: string): string | null {
  const found = ranked(zones, foldName(typed));
  const [first, second] = found;
  if (!first) return null;
  const isWhole = first.rank <= ranks.country && second?.rank !== first.rank;
  return isWhole || !second ? first.entry.zone : null;
}

const ranks = { city: 0, country: 1, begins: 2, words: 3, none: 4 };

function ranked<Zone extends NamedZone>(zones: readonly Zone[], wanted: string) {
  if (wanted === '') return [];
  const words = wanted.split(' ');
  return zones
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .filter(({ rank }) => rank < ranks.none)
    .toSorted((one, other) => one.rank - other.rank || commonFirst(one.entry, other.entry));
}

function rankOf(
  { names, cities, places }: NamedZone,
  wanted: string,
  words: readonly string[],
): number {
  const whole = names.indexOf(wanted);
  if (whole !== -1) return whole < cities ? ranks.city : ranks.country;
  if (names.slice(0, places).some((name) => name.startsWith(wanted))) return ranks.begins;
  const hasWord = (word: string) =>
    names.some((name) => name.startsWith(word) || name.includes(` ${word}`));
  return words.every(hasWord) ? ranks.words : ranks.none;
}

function commonFirst(one: NamedZone, other: NamedZone): number {
  return Number(other.isCommon ?? false) - Number(one.isCommon ?? false);
}

/** Hours as typed, and as many digits of the minutes as were; 0 hours have no sign to go by. */
interface Offset {
  sign: 1 | -1;
  hours: number;
  minutes: string;
}

/** "+1", "-3", "UTC+05:30", "GMT -3:30", "+0530", "UTC": an offset, or the beginning of one. */
function readOffset(typed: string): Offset | null {
  const text = typed.trim().replaceAll(/\s+/g, '');
  if (/^(utc|gmt)$/i.test(text)) return { sign: 1, hours: 0, minutes: '00' };
  const match = /^(?:utc|gmt)?([+\-\u2212\u2013])(\d{1,2})(?:[:.h]?(\d{0,2}))$/i.exec(text);
  if (!match) return null;
  const [, sign, hours = '', minutes = ''] = match;
  return { sign: sign === '+' ? 1 : -1, hours: Number(hours), minutes };
}

function isAt(minutes: number, { sign, hours, minutes: typed }: Offset): boolean {
  if (minutes !== 0 && Math.sign(minutes) !== sign) return false;
  const size = Math.abs(minutes);
  const rest = String(size % 60).padStart(2, '0');
  return Math.floor(size / 60) === hours && rest.startsWith(typed);
}

/** Whole hours come first: "+5" means them, most likely. */
function byMinutes(one: ListedZone, other: ListedZone): number {
  return Math.abs(one.minutes) - Math.abs(other.minutes);
}
