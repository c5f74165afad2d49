/** Files after faults that other programs' users reported, and when a mentor who imports one is busy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { decodeCalendar } from './decode-calendar';
import { readCalendar } from './read-calendar';
import { eachStart } from './recurrence';

interface Cases {
  window: [string, string];
  cases: { file: string; timeZone: string; about: string; busy: [string, string][] }[];
}

const folder = join(import.meta.dirname, '../vectors');
const { window, cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Cases;

function read(file: string, { timeZone = 'Africa/Dakar' } = {}) {
  return readCalendar(decodeCalendar(readFileSync(join(folder, file)), null), {
    timeZone,
    window: { start: Date.parse(window[0]), end: Date.parse(window[1]) },
    ownHost: 'baobab.example',
    owners: ['someone@mail.example'],
  });
}

const iso = (at: number) => new Date(at).toISOString().replace('.000', '');

function busyOf(file: string, place?: { timeZone: string }) {
  const reading = read(file, place);
  if (!reading.ok) return reading.failure;
  return reading.events
    .map(({ start, end }) => [iso(start), iso(end)])
    .toSorted((one, other) => String(one).localeCompare(String(other)));
}

describe('busy times', () => {
  it.each(cases)('$about ($file)', ({ file, timeZone, busy }) => {
    expect(busyOf(file, { timeZone })).toEqual(busy);
  });
});

it('is not what its owner has declined', () => {
  expect(busyOf('declined.ics')).toEqual([]);
});

it('is not a session of ours that Outlook gives back under a UID of its own', () => {
  expect(busyOf('own-outlook-uid.ics')).toEqual([]);
});

it.each([
  ['bytes-u16le.ics', 'Réunion Zoé Ñandú'],
  ['bytes-latin1.ics', 'Réunion Zoé Ñandú'],
  ['bytes-fold.ics', `${'é'.repeat(30)}${'à'.repeat(10)}`],
])('reads the title of %s whole', (file, title) => {
  const reading = read(file);
  expect(reading).toMatchObject({ ok: true, skipped: 0, events: [{ summary: title }] });
});

/** A file with this title, whose letters are these octets. */
function titled(octets: number[], parameter = ''): Uint8Array {
  const [before = '', after = ''] = [
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY${parameter}:|\r\n`,
    'DTSTART:20261203T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ]
    .join('')
    .split('|');
  return Buffer.concat([Buffer.from(before), Buffer.from(octets), Buffer.from(after)]);
}

const wide = (octets: Uint8Array) => Buffer.from(Buffer.from(octets).toString('utf8'), 'utf16le');
const cyrillic = [0xc2, 0xf1, 0xf2, 0xf0, 0xe5, 0xf7, 0xe0];
const kanji = [0x89, 0xef, 0x8b, 0x63];
const jis = [0x1b, 0x24, 0x42, 0x32, 0x71, 0x35, 0x44, 0x1b, 0x28, 0x42];
const inUtf8 = [...Buffer.from('Réunion')];

it.each<[string, string, Uint8Array, string | null]>([
  ['the server says: windows-1251', 'Встреча', titled(cyrillic), 'windows-1251'],
  ['the file says: windows-1251', 'Встреча', titled(cyrillic, ';CHARSET=windows-1251'), null],
  ['the file says: Shift_JIS', '会議', titled(kanji, ';LANGUAGE=ja;CHARSET="Shift_JIS"'), null],
  ['the server says: ISO-2022-JP', '会議', titled(jis), 'iso-2022-jp'],
  ['the server says: ISO-8859-15', '10 €', titled([0x31, 0x30, 0x20, 0xa4]), 'ISO-8859-15'],
  ['the server says: ISO-8859-1', 'é', titled([0xe9]), 'ISO-8859-1'],
  ['the server says: windows-1252', '10 €', titled([0x31, 0x30, 0x20, 0x80]), 'windows-1252'],
  ['the server says: UTF-16, without a mark', 'Réunion', wide(titled(inUtf8)), 'UTF-16'],
  [
    'UTF-16 behind an empty line',
    'Réunion',
    wide(Buffer.from(`\r\n${String(Buffer.from(titled(inUtf8)))}`)),
    null,
  ],
  ['UTF-16, the other way round', 'Réunion', wide(titled(inUtf8)).swap16(), 'utf-16'],
  ['the server is wrong: UTF-16', 'Réunion', titled(inUtf8), 'UTF-16'],
  ['the server is wrong: ISO-8859-1', 'Réunion', titled(inUtf8), 'ISO-8859-1'],
  ['the server names nothing there is', 'Réunion', titled(inUtf8), 'klingon'],
  ['nobody says anything', 'é', titled([0xe9]), null],
])('reads letters as they are written: %s', (_what, title, bytes, charset) => {
  const [from, to] = window.map((text) => Date.parse(text));
  const reading = readCalendar(decodeCalendar(bytes, charset), {
    timeZone: 'UTC',
    window: { start: from ?? 0, end: to ?? 0 },
    ownHost: 'baobab.example',
    owners: [],
  });
  expect(reading).toMatchObject({ ok: true, skipped: 0, events: [{ summary: title }] });
});

const { start, end, rules } = JSON.parse(readFileSync(join(folder, 'rules.json'), 'utf8')) as {
  start: string;
  end: string;
  rules: Record<string, string>;
};

describe('600 rules', () => {
  it('give what python-dateutil finds', () => {
    const differing = Object.entries(rules).filter(([text, wanted]) => {
      const found: string[] = [];
      const span = { start: Date.parse(`${start}Z`), until: null, last: Date.parse(`${end}Z`) - 1 };
      eachStart(ICAL.Recur.fromString(text), span, (wall) => {
        found.push(iso(wall).slice(2, 10).replaceAll('-', ''));
        return found.length < 40;
      });
      return found.join(' ') !== wanted;
    });
    expect(differing).toEqual([]);
  });

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31'])(
    'without any day are not looked through to the end of time: %s',
    (text) => {
      const found: number[] = [];
      const span = { start: 0, until: null, last: Date.parse('2100-01-01') };
      const before = process.cpuUsage();
      eachStart(ICAL.Recur.fromString(text), span, (wall) => found.push(wall) > 0);
      expect(found).toEqual([]);
      expect(process.cpuUsage(before).user).toBeLessThan(100_000);
    },
  );
});

describe('29 February', () => {
  it('comes every four years', () => {
    const found: string[] = [];
    const span = {
      start: Date.parse('2024-02-29T09:00Z'),
      until: null,
      last: Date.parse('2040-01-01'),
    };
    eachStart(ICAL.Recur.fromString('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'), span, (wall) => {
      found.push(iso(wall).slice(0, 10));
      return true;
    });
    expect(found).toEqual(['2024-02-29', '2028-02-29', '2032-02-29', '2036-02-29']);
  });
});

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a@x', ...lines, 'END:VEVENT'];
const declining = (address: string) =>
  event(
    'DTSTART:20261203T090000Z',
    'DURATION:PT1H',
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${address}`,
  );

describe('what is not in the files', () => {
  const span = { start: Date.parse(window[0]), end: Date.parse(window[1]) };
  const reading = {
    timeZone: 'Europe/Paris',
    window: span,
    ownHost: 'baobab.example',
    owners: ['me@x.example'],
  };
  const readText = (...lines: string[]) => {
    const found = readCalendar(file(...lines), reading);
    if (!found.ok) throw new Error(found.failure);
    return { ...found, busy: found.events.map((one) => `${iso(one.start)} ${iso(one.end)}`) };
  };

  it.each([
    ['Morocco Standard Time', '2027-07-06T08:00:00Z'],
    ['tzone://Microsoft/Utc', '2027-07-06T09:00:00Z'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern', '2027-07-06T07:00:00Z'],
    ['GMT-0330', '2027-07-06T12:30:00Z'],
    ['/example.org/2/America/Argentina/Buenos_Aires', '2027-07-06T12:00:00Z'],
  ])('a zone called %s', (zone, starts) => {
    const { busy, unknownZones } = readText(
      ...event(`DTSTART;TZID="${zone}":20270706T090000`, 'DURATION:PT1H'),
    );
    expect(busy[0]?.split(' ')[0]).toBe(starts);
    expect(unknownZones).toEqual([]);
  });

  it('names a zone that nobody knows, and its events, which it reads by the mentor’s clock', () => {
    const { busy, unknownZones } = readText(
      ...event('SUMMARY:Dentist', 'DTSTART;TZID=Customized 3:20261203T090000', 'DURATION:PT1H'),
    );
    expect(busy).toEqual(['2026-12-03T08:00:00Z 2026-12-03T09:00:00Z']);
    expect(unknownZones).toEqual([{ name: 'Customized 3', events: ['Dentist'] }]);
  });

  it('takes midnight to midnight with Outlook’s mark for the mentor’s whole days', () => {
    const { busy } = readText(
      ...event(
        'DTSTART;TZID=America/New_York:20261203T000000',
        'DTEND;TZID=America/New_York:20261204T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ),
    );
    expect(busy).toEqual(['2026-12-02T23:00:00Z 2026-12-03T23:00:00Z']);
  });

  it('takes the later of two versions of one event, also when it is cancelled', () => {
    const at = ['DTSTART:20261203T090000Z', 'DURATION:PT1H'];
    const later = event(...at, 'SEQUENCE:2', 'STATUS:CANCELLED');
    expect(readText(...event(...at, 'SEQUENCE:1'), ...later).busy).toEqual([]);
  });

  it('has as free what one of the calendar’s addresses has declined, and nobody else', () => {
    expect(readText(...declining('Me@x.example')).busy).toEqual([]);
    expect(readText(...declining('you@x.example')).busy).toHaveLength(1);
  });

  it('goes by the address that Apple puts beside a name of its own', () => {
    const named = declining('you@x.example').map((line) =>
      line.replace('ATTENDEE;', 'ATTENDEE;EMAIL=Me@x.example;').replace(/mailto:.*/, '/principal/'),
    );
    expect(readText(...named).busy).toEqual([]);
  });

  it.each<[string, string[], string[], string[]]>([
    ['an exception', ['EXDATE:garbage'], [], ['03T09', '04T09', '05T09']],
    [
      'the time of a change',
      [],
      ['RECURRENCE-ID:20261204T090000Z', 'DTSTART:garbage'],
      ['03T09', '04T09', '05T09'],
    ],
    [
      'what a change is of',
      [],
      ['RECURRENCE-ID:garbage', 'DTSTART:20261204T110000Z', 'SEQUENCE:9'],
      ['03T09', '04T09', '04T11', '05T09'],
    ],
  ])('loses nothing else of a series that has lost %s', (_what, exception, changed, wanted) => {
    const rule = ['DTSTART:20261203T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
    const other = changed.length === 0 ? [] : event(...changed, 'DURATION:PT1H');
    const { busy, skipped } = readText(...event(...rule, ...exception), ...other);
    expect([busy.map((times) => times.slice(8, 13)).toSorted(), skipped]).toEqual([wanted, 1]);
  });

  it('has a zone as unknown whose description makes no sense, and reads its events', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Here', 'BEGIN:STANDARD', 'DTSTART:garbage'];
    const rest = ['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'];
    const at = event('DTSTART;TZID=Here:20261203T090000', 'DURATION:PT1H');
    const found = readText(...zone, ...rest, ...at);
    expect(found).toMatchObject({ skipped: 0, unknownZones: [{ name: 'Here' }] });
    expect(found.busy).toHaveLength(1);
  });

  it('counts lines that are none, inside and around', () => {
    const text = file('so it goes', ...event('DTSTART:20261203T090000Z', 'oops', 'DURATION:PT1H'));
    const lines = ['Dear all,', '', text, 'Sent from my phone'].join('\r\n');
    expect(readCalendar(lines, reading)).toMatchObject({ ok: true, droppedLines: 4, skipped: 0 });
    expect(readCalendar(file(...event()), reading)).toMatchObject({ droppedLines: 0 });
  });

  it('reads what it can beside what it cannot, and counts that', () => {
    const broken = event('DTSTART:20261203T090000Z', 'RRULE:FREQ=NEVER');
    const good = event('DTSTART:20261204T090000Z', 'DURATION:PT1H').map((line) =>
      line.replace('a@x', 'b@x'),
    );
    const { busy, skipped } = readText(...broken, ...good);
    expect([busy.length, skipped]).toEqual([1, 1]);
  });

  it.each(['', 'hello', file(...event()).replace('END:VCALENDAR', '')])(
    'refuses what is no whole calendar: %j',
    (text) => {
      expect(readCalendar(text, reading)).toEqual({ ok: false, failure: 'not_a_calendar' });
    },
  );
});
