import ICAL from 'ical.js';
import { calendarsIn, partsOf } from './decode-calendar';

/** The whole calendars of a text; where one cannot be read as it is, what can be read of it. */
export function parseCalendars(text: string) {
  let unreadable = 0;
  const { calendars: texts, droppedLines } = calendarsIn(text);
  const calendars = texts.flatMap((calendar) => {
    const whole = component(calendar);
    if (whole) return [whole];
    const { zones, parts } = partsOf(calendar);
    return parts.flatMap((part) => {
      const alone = component(wrapped(zones, part)) ?? component(wrapped('', part));
      if (alone) return alone;
      unreadable += 1;
      const lines = readableLines(part);
      return (/^DTSTART/im.test(lines) && component(wrapped(zones, lines))) || [];
    });
  });
  return { calendars: joined(calendars), unreadable, droppedLines };
}

/** A part without the lines that nobody can read: its time is taken, whatever else it says of it. */
function readableLines(part: string): string {
  return part
    .split('\r\n')
    .filter((line) => /^(BEGIN|END):/i.test(line) || component(wrapped(alone(line))) !== null)
    .join('\r\n');
}

const alone = (line: string) => `BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`;

const wrapped = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', ...parts.filter((part) => part !== ''), 'END:VCALENDAR'].join('\r\n');

function component(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  } catch {
    // ical.js throws whatever it stumbles over.
    return null;
  }
}

/** Exceptions belong to their series, which may stand in another part. */
function joined([first, ...others]: ICAL.Component[]): ICAL.Component[] {
  if (!first) return [];
  for (const other of others) {
    for (const part of other.getAllSubcomponents()) first.addSubcomponent(part);
  }
  return [first];
}
