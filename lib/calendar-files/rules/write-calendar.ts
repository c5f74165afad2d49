import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalCalendar,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarEntry, CalendarPerson, EntryStatus, InvitationMethod } from '../schema';

/** When calendars ring: as people may come in. */
const alarmMinutes = 10;
/** How often a calendar program should read a feed again. Most keep to rhythms of their own. */
const refreshSeconds = 60 * 60;

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<EntryStatus, ICalEventStatus>;

const busyStatuses = {
  tentative: ICalEventBusyStatus.TENTATIVE,
  confirmed: ICalEventBusyStatus.BUSY,
  cancelled: ICalEventBusyStatus.FREE,
} as const satisfies Record<EntryStatus, ICalEventBusyStatus>;

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
  const calendar = startCalendar(ICalCalendarMethod[methodOf(entry)], locale);
  addEntry(calendar, entry)
    .organizer(plainPerson(organizer))
    .createAttendee({
      ...plainPerson(attendee),
      role: ICalAttendeeRole.REQ,
      status:
        entry.status === 'tentative' ? ICalAttendeeStatus.TENTATIVE : ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  return finish(calendar);
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
  const calendar = startCalendar(ICalCalendarMethod.PUBLISH, locale);
  for (const entry of entries) addEntry(calendar, entry).organizer(plainPerson(organizer));
  return finish(calendar);
}

/** A file to import, or a feed to subscribe to: entries without anybody to answer to. */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, locale }: { name: string; locale: 'en' | 'fr' },
): string {
  const calendar = startCalendar(ICalCalendarMethod.PUBLISH, locale);
  // The package escapes every text but this.
  calendar.name(plainName(name).replace(/[,;]/g, '\\$&')).ttl(refreshSeconds);
  for (const entry of entries) addEntry(calendar, entry);
  return finish(calendar);
}

function startCalendar(method: ICalCalendarMethod, locale: 'en' | 'fr'): ICalCalendar {
  return ical({
    method,
    prodId: { company: 'Baobab', product: 'Baobab', language: locale.toUpperCase() },
    scale: 'GREGORIAN',
  });
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry) {
  const summary = plainText(entry.summary).replaceAll('\n', ' ');
  const location = plainText(entry.location).replaceAll('\n', ', ');
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.changedAt),
    created: new Date(entry.createdAt),
    lastModified: new Date(entry.changedAt),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary,
    description: plainText(entry.description),
    location: location === '' ? null : { title: location },
    url: entry.url,
    status: statuses[entry.status],
    busystatus: busyStatuses[entry.status],
    transparency:
      entry.status === 'cancelled'
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
  });
  if (entry.status === 'confirmed') {
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: alarmMinutes * 60,
      description: summary,
    });
  }
  return event;
}

/** The package leaves out the last line break, which RFC 5545 (3.1) asks for. */
function finish(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}

/**
 * What people typed, with one kind of line break and without the control characters that RFC 5545
 * (3.3.11) does not let a text have. Escaping and folding are the package's.
 */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

/** An address stands in for a name of which nothing is left. */
function plainPerson({ name, email }: CalendarPerson): CalendarPerson {
  return { name: plainName(name) || email, email };
}

/**
 * A name for a quoted parameter, which can hold no quote at all: the package would put a backslash in
 * front of it, which readers by RFC 5545 (3.1.1) take for the end of the name.
 */
function plainName(name: string): string {
  return plainText(name).replaceAll('"', '’').replaceAll('\\', '/').replace(/\s+/g, ' ');
}
