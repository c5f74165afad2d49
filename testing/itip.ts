/** What RFC 5546, 3.2, lets a calendar file of each METHOD have, and what may stand in one without. */
import ICAL from 'ical.js';

type Count = '0' | '1' | '0 or 1' | 'some';
interface Restriction {
  /** How often each property stands in an event. */
  properties: Record<string, Count>;
  status: readonly string[];
  /** Whether all events are of one UID. */
  isOfOne: boolean;
  alarms: boolean;
}

const always = {
  UID: '1',
  DTSTAMP: '1',
  DTSTART: '1',
  SUMMARY: '1',
  'REQUEST-STATUS': '0',
} as const;
const restrictions: Record<string, Restriction> = {
  PUBLISH: {
    properties: { ...always, ORGANIZER: '1', ATTENDEE: '0', SEQUENCE: '0 or 1' },
    status: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
    isOfOne: false,
    alarms: true,
  },
  REQUEST: {
    properties: { ...always, ORGANIZER: '1', ATTENDEE: 'some', SEQUENCE: '0 or 1' },
    status: ['TENTATIVE', 'CONFIRMED'],
    isOfOne: true,
    alarms: true,
  },
  CANCEL: {
    properties: { ...always, ORGANIZER: '1', ATTENDEE: 'some', SEQUENCE: '1' },
    status: ['CANCELLED'],
    isOfOne: true,
    alarms: false,
  },
  // Nobody answers to a file that is imported, or to a feed.
  none: {
    properties: { ...always, ORGANIZER: '0', ATTENDEE: '0', SEQUENCE: '0 or 1' },
    status: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
    isOfOne: false,
    alarms: true,
  },
};

const fits: Record<Count, (found: number) => boolean> = {
  '0': (found) => found === 0,
  '1': (found) => found === 1,
  '0 or 1': (found) => found <= 1,
  some: (found) => found >= 1,
};

/**
 * What is wrong with a file by its METHOD, one line each.
 * @param contentType of the part of a mail, which names the METHOD too; null for files and feeds, which have none
 */
export function faultsOfItip(text: string, contentType: string | null): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const methods = calendar.getAllProperties('method').map((one) => String(one.getFirstValue()));
  const named = /method=(\w+)/.exec(contentType ?? '')?.[1] ?? 'none';
  const [method = 'none'] = methods;
  if (methods.length > 1 || method !== named) return [`METHOD is ${methods.join()} in ${named}`];
  const restriction = restrictions[method];
  if (!restriction) return [`METHOD ${method} is not ours`];
  const events = calendar.getAllSubcomponents('vevent');
  const uids = new Set(events.map((event) => String(event.getFirstPropertyValue('uid'))));
  const faults = events.flatMap((event) => {
    const counted = Object.entries(restriction.properties).flatMap(([name, count]) => {
      const found = event.getAllProperties(name.toLowerCase()).length;
      return fits[count](found) ? [] : [`${method}: ${found} ${name}`];
    });
    const status = String(event.getFirstPropertyValue('status'));
    const isRinging = event.getAllSubcomponents('valarm').length > 0;
    return [
      ...counted,
      ...(restriction.status.includes(status) ? [] : [`${method}: STATUS ${status}`]),
      ...(isRinging && !restriction.alarms ? [`${method}: a VALARM`] : []),
    ];
  });
  if (restriction.isOfOne && uids.size !== 1) faults.push(`${method}: ${uids.size} UIDs`);
  // A feed may be empty.
  if (events.length === 0 && contentType !== null) faults.push(`${method}: no event`);
  return faults;
}
