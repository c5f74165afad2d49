import type ICAL from 'ical.js';

/**
 * Of events that say they are the same, by what `keyOf` gives, those of the highest SEQUENCE (RFC 5545,
 * 3.8.7.4): earlier versions may still stand beside them.
 */
export function latestOf(
  events: readonly ICAL.Component[],
  keyOf: (event: ICAL.Component) => string,
): ICAL.Component[] {
  const highest = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    highest.set(key, Math.max(highest.get(key) ?? 0, sequenceOf(event)));
  }
  return events.filter((event) => sequenceOf(event) === highest.get(keyOf(event)));
}

function sequenceOf(event: ICAL.Component): number {
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  return Number.isFinite(sequence) ? sequence : 0;
}

/**
 * Whether its owner is busy then: not where it is cancelled or transparent, where Outlook has it as free
 * or as work elsewhere, and where one of `owners`, addresses in lower case, has declined.
 */
export function takesTime(event: ICAL.Component, owners: readonly string[]): boolean {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    word('status') !== 'CANCELLED' &&
    word('transp') !== 'TRANSPARENT' &&
    !['FREE', 'WORKINGELSEWHERE'].includes(word('x-microsoft-cdo-busystatus')) &&
    !event.getAllProperties('attendee').some((attendee) => hasDeclined(attendee, owners))
  );
}

function hasDeclined(attendee: ICAL.Property, owners: readonly string[]): boolean {
  const answer = String(attendee.getParameter('partstat') ?? '').toUpperCase();
  // Apple has ways of its own to name people, and their address beside it (RFC 7986, 6.2).
  const names = [attendee.getFirstValue(), attendee.getParameter('email')];
  const addresses = names.map((name) =>
    String(name)
      .toLowerCase()
      .replace(/^mailto:/, ''),
  );
  return answer === 'DECLINED' && addresses.some((address) => owners.includes(address));
}

/** Outlook packs the UID that it was sent into one of its own, in hexadecimal (MS-OXCICAL, 2.1.3.1.1.20.26). */
const packedUid =
  /^040000008200E00074C5B7101A82E008.*7643616C2D55696401000000((?:[0-9A-F]{2})+?)00$/i;

/** Whether this site has written it: its UID, or the one inside it, is of our host. */
export function isOursByUid(event: ICAL.Component, ownHost: string): boolean {
  const uid = String(event.getFirstPropertyValue('uid'));
  const packed = packedUid.exec(uid)?.[1];
  const own = packed === undefined ? uid : Buffer.from(packed, 'hex').toString('utf8');
  return own.endsWith(`@${ownHost}`);
}
