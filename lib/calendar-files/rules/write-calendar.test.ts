import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../schema';
import { writeCalendar, writeInvitation } from './write-calendar';

const entry: CalendarEntry = {
  uid: 'one@baobab.example',
  sequence: 3,
  status: 'confirmed',
  startsAt: Date.UTC(2026, 11, 8, 15, 30),
  endsAt: Date.UTC(2026, 11, 8, 16, 30),
  createdAt: Date.UTC(2026, 10, 23),
  changedAt: Date.UTC(2026, 10, 24),
  summary: 'A session',
  description: '',
  location: '',
  url: 'https://baobab.example/bookings/1',
};

const write = (values: Partial<CalendarEntry>, name = 'Awa') =>
  writeInvitation(
    { ...entry, ...values },
    {
      organizer: { name, email: 'hello@baobab.example' },
      attendee: { name, email: 'awa@example.test' },
      locale: 'en',
    },
  );

function parse(text: string) {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return { component, event: new ICAL.Event(component) };
}

const octets = (line: string) => Buffer.byteLength(line, 'utf8');
const anyText = fc.string({ unit: 'binary', maxLength: 400 });

/** What the standard lets a text hold. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

describe('any text', () => {
  it('stays within the lines of the standard, and no line is cut inside a character', () => {
    fc.assert(
      fc.property(anyText, anyText, (description, name) => {
        const text = write({ description, summary: name }, name);
        expect(text.endsWith('\r\n')).toBe(true);
        const lines = text.split('\r\n');
        expect(lines.every((line) => octets(line) <= 75)).toBe(true);
        // A line that was cut inside a character has half of a pair at its end.
        expect(lines.every((line) => line.isWellFormed())).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}/u);
      }),
    );
  });

  it('is read back as it was written, line breaks and control characters apart', () => {
    fc.assert(
      fc.property(anyText, (description) => {
        const { event } = parse(write({ description }));
        expect(event.description ?? '').toBe(plain(description));
      }),
    );
  });

  it('in a name cannot end it, or the line', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const { component, event } = parse(write({}, name));
        const attendees = component.getAllProperties('attendee');
        expect(attendees.map((one) => one.getFirstValue())).toEqual(['mailto:awa@example.test']);
        expect(event.uid).toBe(entry.uid);
      }),
    );
  });
});

it.each([
  ['a line break', 'a\nb\r\nc', 'DESCRIPTION:a\\nb\\nc\r\n'],
  ['commas, semicolons, backslashes', 'a,b;c\\d', 'DESCRIPTION:a\\,b\\;c\\\\d\r\n'],
  ['control characters', 'a\u0007\u0000b\u009fc', 'DESCRIPTION:abc\r\n'],
  [
    'a property of its own',
    'a\r\nATTENDEE:mailto:x@y.z',
    'DESCRIPTION:a\\nATTENDEE:mailto:x@y.z\r\n',
  ],
])('text with %s', (_, description, line) => {
  expect(write({ description })).toContain(line);
});

it('is the same for the same state', () => {
  expect(write({ description: 'é'.repeat(200) })).toBe(write({ description: 'é'.repeat(200) }));
  expect(write({})).toContain('DTSTAMP:20261124T000000Z\r\n');
});

it('rings for what takes place, and for nothing else', () => {
  expect(write({})).toContain('TRIGGER:-PT10M\r\n');
  expect(write({ status: 'cancelled' })).not.toContain('VALARM');
  expect(write({ status: 'tentative' })).not.toContain('VALARM');
});

it('a feed names nobody to answer to', () => {
  const text = writeCalendar([entry, { ...entry, uid: 'two' }], {
    name: 'Mine, yours',
    locale: 'en',
  });
  expect(text).not.toContain('METHOD');
  expect(text).toContain('X-WR-CALNAME:Mine\\, yours\r\n');
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});
