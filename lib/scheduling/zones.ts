import { clocksEdition, servedOffset } from '@/kernel/time/served-clocks';
import { MINUTE } from './iso';
import { withoutAlias } from '@/kernel/time/zone-aliases';
import { ZoneOffsets } from './zone-offsets';

export interface Zone {
  /** The canonical IANA name; the same for all aliases, in every engine. */
  readonly name: string;
  readonly offsets: ZoneOffsets;
}

/** A formatter weighs tens of kilobytes, and names come from outside in any letter case. */
const ZONES_KEPT = 256;

/** By name as it was given, aliases included. */
const zones = new Map<string, Zone>();
let edition = clocksEdition();

/**
 * The zone of an IANA name or alias in any letter case; undefined where `Intl` knows none. Two
 * zones are the same when their names are (not when they are the same object).
 */
export function findZone(name: string): Zone | undefined {
  if (edition !== clocksEdition()) {
    edition = clocksEdition();
    zones.clear();
  }
  const known = zones.get(name);
  if (known !== undefined) return known;

  const formatter = offsetFormatter(name);
  if (formatter === undefined) return undefined;
  const canonical = withoutAlias(formatter.resolvedOptions().timeZone);
  const zone = zones.get(canonical) ?? {
    name: canonical,
    offsets: new ZoneOffsets(
      (instant) => servedOffset(canonical, instant) ?? readOffset(formatter.format(instant)),
    ),
  };
  keep(canonical, zone);
  keep(name, zone);
  return zone;
}

function keep(name: string, zone: Zone): void {
  if (zones.size >= ZONES_KEPT) zones.clear();
  zones.set(name, zone);
}

function offsetFormatter(name: string): Intl.DateTimeFormat | undefined {
  // Newer engines take "+02:00" for a zone; it is no IANA name, and knows no summer time.
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    // The formatter also tells whether the name exists; making a second one just to ask is slow.
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** At the end of what a formatter writes: `GMT`, `GMT-03:00` or `GMT-00:44:30`. */
const LONG_OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Milliseconds. */
function readOffset(formatted: string): number {
  const match = LONG_OFFSET.exec(formatted);
  if (match === null) throw new Error(`No offset from UTC in ${JSON.stringify(formatted)}`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * The canonical IANA name of a zone (`asia/katmandu` gives `Asia/Kathmandu`), the same in every
 * engine, so that names can be compared as strings.
 *
 * @throws RangeError where the name is not a time zone's.
 */
export function canonicalTimeZone(name: string): string {
  const zone = findZone(name);
  if (zone === undefined) throw new RangeError(`timeZone: ${JSON.stringify(name)} is not known`);
  return zone.name;
}

/** Whether a text from outside is the name or an alias of an IANA time zone. */
export function isTimeZone(name: string): boolean {
  return findZone(name) !== undefined;
}
