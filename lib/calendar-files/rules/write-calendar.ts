import ICAL from 'ical.js';
import type { CalendarEntry, CalendarPerson, EntryStatus, InvitationMethod } from '../schema';

// Continuation lines begin with a space, which the package does not count: 75 octets with it (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** When calendars ring: as people may come in. */
const alarmMinutes = 10;
/** How often a calendar program should read a feed again. Most keep to rhythms of their own. */
const refreshInterval = 'PT1H';

const busyStatuses = {
  tentative: 'TENTATIVE',
  confirmed: 'BUSY',
  cancelled: 'FREE',
} as const satisfies Record<EntryStatus, string>;

/** A property in jCal (RFC 7265, 3.4): name, parameters, type, value. */
type Property = [string, Record<string, string>, string, string | number];
type Component = [string, Property[], Component[]];

/** Whether a mail invites to an entry or takes it away. */
export function methodOf({ status }: CalendarEntry): InvitationMethod {
  return status === 'cancelled' ? 'CANCEL' : 'REQUEST';
}

/**
 * The iCalendar part of a mail (RFC 5546, 3.2). The attendee is the mail's only reader, so that
 * those of one session never learn each other's addresses; and has answered already by booking, so
 * that no calendar program asks for an answer that would reach nobody.
 */
export function writeInvitation(
  entry: CalendarEntry,
  {
    organizer,
    attendee,
    locale,
  }: { organizer: CalendarPerson; attendee: CalendarPerson; locale: 'en' | 'fr' },
): string {
  const properties = [organizerOf(organizer), attendeeOf(attendee, entry.status)];
  return write({ method: methodOf(entry), locale, events: [eventOf(entry, properties)] });
}

/**
 * Several entries in one file. `REQUEST` and `CANCEL` are about one UID each (RFC 5546, 3.2.2 and
 * 3.2.5), so what is said of several at once, also that they are called off, is a publication (3.2.1):
 * with an organizer, and without attendees.
 */
export function writePublication(
  entries: readonly CalendarEntry[],
  { organizer, locale }: { organizer: CalendarPerson; locale: 'en' | 'fr' },
): string {
  const properties = [organizerOf(organizer)];
  const events = entries.map((entry) => eventOf(entry, properties));
  return write({ method: 'PUBLISH', locale, events });
}

/**
 * A file to import, or a feed to subscribe to: entries without anybody to answer to, and so without a
 * METHOD, each of which asks for an organizer (RFC 5546, 3.2).
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, locale }: { name: string; locale: 'en' | 'fr' },
): string {
  const shown = plainName(name).replace(/[,;]/g, '\\$&');
  const properties = [
    plain('name', shown),
    plain('x-wr-calname', shown),
    ['refresh-interval', {}, 'duration', refreshInterval] satisfies Property,
    plain('x-published-ttl', refreshInterval),
  ];
  const events = entries.map((entry) => eventOf(entry, []));
  return write({ method: null, locale, properties, events });
}

function write({
  method,
  locale,
  properties = [],
  events,
}: {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH' | null;
  locale: 'en' | 'fr';
  properties?: Property[];
  events: Component[];
}): string {
  const head = [
    text('version', '2.0'),
    text('prodid', `-//Baobab//Baobab//${locale.toUpperCase()}`),
    text('calscale', 'GREGORIAN'),
    ...(method === null ? [] : [text('method', method)]),
  ];
  return ICAL.stringify(['vcalendar', [...head, ...properties], events]);
}

function eventOf(entry: CalendarEntry, people: Property[]): Component {
  const summary = plainText(entry.summary).replaceAll('\n', ' ');
  const location = plainText(entry.location).replaceAll('\n', ', ');
  const description = plainText(entry.description);
  const properties: Property[] = [
    text('uid', entry.uid),
    ['sequence', {}, 'integer', entry.sequence],
    instant('dtstamp', entry.changedAt),
    instant('dtstart', entry.startsAt),
    instant('dtend', entry.endsAt),
    text('summary', summary),
    text('transp', entry.status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'),
    ...(location === '' ? [] : [text('location', location)]),
    ...(description === '' ? [] : [text('description', description)]),
    ...people,
    ['url', {}, 'uri', entry.url],
    text('status', entry.status.toUpperCase()),
    plain('x-microsoft-cdo-busystatus', busyStatuses[entry.status]),
    instant('created', entry.createdAt),
    instant('last-modified', entry.changedAt),
  ];
  const alarm: Component = [
    'valarm',
    [
      text('action', 'DISPLAY'),
      ['trigger', {}, 'duration', `-PT${alarmMinutes}M`],
      text('description', summary),
    ],
    [],
  ];
  return ['vevent', properties, entry.status === 'confirmed' ? [alarm] : []];
}

function text(name: string, value: string): Property {
  return [name, {}, 'text', value];
}

/** One that the package does not know, and so neither escapes nor gives a type. */
function plain(name: string, value: string): Property {
  return [name, {}, 'unknown', value];
}

/** `at` in epoch milliseconds, written to the second. */
function instant(name: string, at: number): Property {
  return [name, {}, 'date-time', new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')];
}

function organizerOf(person: CalendarPerson): Property {
  return ['organizer', { cn: nameOf(person) }, 'cal-address', `mailto:${person.email}`];
}

function attendeeOf(person: CalendarPerson, status: EntryStatus): Property {
  const answer = status === 'tentative' ? 'TENTATIVE' : 'ACCEPTED';
  const parameters = { role: 'REQ-PARTICIPANT', partstat: answer, rsvp: 'FALSE' };
  const address = `mailto:${person.email}`;
  return ['attendee', { ...parameters, cn: nameOf(person) }, 'cal-address', address];
}

/**
 * What people typed, with one kind of line break and without the control characters that RFC 5545
 * (3.3.11) does not let a text have. Escaping and folding are the package's.
 */
function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

/** An address stands in for a name of which nothing is left. */
function nameOf({ name, email }: CalendarPerson): string {
  return plainName(name) || email;
}

/**
 * A name for a parameter, which can hold no quote at all (RFC 5545, 3.1.1); nor a caret, which the
 * package reads as the beginning of a quote or a line break (RFC 6868).
 */
function plainName(name: string): string {
  return plainText(name)
    .replaceAll('"', '’')
    .replaceAll('^', 'ˆ')
    .replaceAll('\\', '/')
    .replace(/\s+/g, ' ');
}
