import { describe, expect, it } from 'vitest';
import { type CalendarReading, readCalendar } from './read-calendar';

const window = { start: Date.parse('2026-11-22T12:00Z'), end: Date.parse('2027-12-28T00:00Z') };

/** An iCalendar file of these lines; the mentor lives in Paris. */
function file(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(...lines: string[]): string[] {
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@elsewhere'];
  return ['BEGIN:VEVENT', ...uid, 'SUMMARY:Dentist', ...lines, 'END:VEVENT'];
}

function read(text: string, timeZone = 'Europe/Paris'): CalendarReading {
  return readCalendar(text, { timeZone, window, ownHost: 'baobab.example', owners: [] });
}

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

function spans(text: string, timeZone?: string): string[] {
  const reading = read(text, timeZone);
  if (!reading.ok) throw new Error(reading.failure);
  return reading.events
    .map(({ start, end }) => `${iso(start)} ${iso(end)}`)
    .toSorted((one, other) => (one < other ? -1 : 1));
}

const of = (...lines: string[]) => spans(file(...event(...lines)));

describe('the time of an event', () => {
  it('is in UTC, in a zone, or on the mentor’s own clock', () => {
    const want = ['2026-11-24T09:00 2026-11-24T10:00'];
    expect(of('DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z')).toEqual(want);
    expect(of('DTSTART;TZID=Africa/Nairobi:20261124T120000', 'DURATION:PT1H')).toEqual(want);
    expect(of('DTSTART:20261124T100000', 'DTEND:20261124T110000')).toEqual(want);
    // An unknown zone is taken for the mentor's; a start and an end may be in two.
    expect(of('DTSTART;TZID=Nowhere:20261124T100000', 'DURATION:PT1H')).toEqual(want);
    const flight = ['DTSTART;TZID=Europe/Paris:20261124T100000', 'DTEND:20261124T100000Z'];
    expect(of(...flight)).toEqual(want);
  });

  it('is a day of the mentor’s, of 23 hours when clocks change', () => {
    expect(of('DTSTART;VALUE=DATE:20261124')).toEqual(['2026-11-23T23:00 2026-11-24T23:00']);
    const two = ['DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329'];
    expect(of(...two)).toEqual(['2027-03-26T23:00 2027-03-28T22:00']);
  });

  it('is by the file’s own zone where nobody else knows it', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Romance (Office)',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    const daily = event(
      'DTSTART;TZID="Romance (Office)":20270327T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;UNTIL=20270328T070000Z',
    );
    const want = ['2027-03-27T08:00 2027-03-27T09:00', '2027-03-28T07:00 2027-03-28T08:00'];
    // Somewhere else, so that the mentor's own zone cannot help.
    expect(spans(file(...zone, ...daily), 'Asia/Kathmandu')).toEqual(want);
  });

  it('is none without a length, an end after the start, or a start', () => {
    expect(of('DTSTART:20261124T090000Z')).toEqual([]);
    expect(of('DTSTART:20261124T090000Z', 'DTEND:20261124T080000Z')).toEqual([]);
    expect(of('DTSTART:20261124T090000Z', 'DURATION:-PT1H')).toEqual([]);
    expect(read(file(...event('DESCRIPTION:soon')))).toMatchObject({ ok: true, events: [] });
  });

  it('is kept while some of it lies in the window', () => {
    expect(of('DTSTART:20261122T110000Z', 'DTEND:20261122T120000Z')).toEqual([]);
    expect(of('DTSTART:20261122T110000Z', 'DTEND:20261122T120001Z')).toHaveLength(1);
    expect(of('DTSTART:20200101T000000Z', 'DTEND:20300101T000000Z')).toHaveLength(1);
    expect(of('DTSTART:20271228T000000Z', 'DURATION:PT1H')).toEqual([]);
  });
});

describe('an event takes no time', () => {
  it.each(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])(
    'with %s',
    (line) => {
      expect(of('DTSTART:20261124T090000Z', 'DURATION:PT1H', line)).toEqual([]);
    },
  );

  it('when it is one of ours, which came back by the mentor’s calendar', () => {
    expect(of('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'UID:x@baobab.example')).toEqual([]);
    // Whose host only ends like ours.
    expect(of('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'UID:x@notbaobab.example')).toHaveLength(
      1,
    );
  });

  it('and does when it is tentative', () => {
    const tentative = ['DTSTART:20261124T090000Z', 'DURATION:PT1H', 'STATUS:TENTATIVE'];
    expect(of(...tentative)).toHaveLength(1);
  });
});

/** The occurrence of 25 March, replaced. */
const moved = (...lines: string[]) =>
  event('RECURRENCE-ID;TZID=Europe/Paris:20270325T090000', ...lines);

describe('a series', () => {
  const weekly = [
    'DTSTART;TZID=Europe/Paris:20270318T090000',
    'DTEND;TZID=Europe/Paris:20270318T100000',
  ];

  it('keeps the clock on the wall when clocks change, and its last occurrence', () => {
    // Until the very start of the last one, in UTC as the standard has it.
    expect(of(...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20270401T070000Z')).toEqual([
      '2027-03-18T08:00 2027-03-18T09:00',
      '2027-03-25T08:00 2027-03-25T09:00',
      '2027-04-01T07:00 2027-04-01T08:00',
    ]);
    const byDate = of(...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20270401');
    expect(byDate).toHaveLength(3);
    expect(of(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3')).toEqual(byDate);
  });

  it('that began long ago is still going on', () => {
    const old = ['DTSTART:20060102T090000Z', 'DURATION:PT30M', 'RRULE:FREQ=DAILY'];
    expect(of(...old)).toHaveLength(400);
    expect(of(...old)[0]).toBe('2026-11-23T09:00 2026-11-23T09:30');
    expect(of(...old)[399]).toBe('2027-12-27T09:00 2027-12-27T09:30');
  });

  it('loses its exceptions, however they are written', () => {
    const rule = [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4'];
    const left = ['2027-03-18T08:00 2027-03-18T09:00', '2027-04-08T07:00 2027-04-08T08:00'];
    expect(of(...rule, 'EXDATE;TZID=Europe/Paris:20270325T090000,20270401T090000')).toEqual(left);
    expect(of(...rule, 'EXDATE:20270325T080000Z', 'EXDATE:20270401T070000Z')).toEqual(left);
    expect(of(...rule, 'EXDATE;VALUE=DATE:20270325,20270401')).toEqual(left);
  });

  it('of days loses days', () => {
    const days = ['DTSTART;VALUE=DATE:20261124', 'RRULE:FREQ=DAILY;COUNT=3'];
    expect(of(...days, 'EXDATE;VALUE=DATE:20261125')).toEqual([
      '2026-11-23T23:00 2026-11-24T23:00',
      '2026-11-25T23:00 2026-11-26T23:00',
    ]);
    const until = ['DTSTART;VALUE=DATE:20261124', 'RRULE:FREQ=DAILY;UNTIL=20261125'];
    expect(of(...until)).toHaveLength(2);
  });

  it('has further dates, and several rules', () => {
    expect(of(...weekly, 'RDATE:20270319T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=1')).toHaveLength(2);
  });

  const series = (...replacement: string[]) =>
    spans(file(...event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3'), ...replacement));

  it('has occurrences that were moved, cancelled or made free', () => {
    const others = ['2027-03-18T08:00 2027-03-18T09:00', '2027-04-01T07:00 2027-04-01T08:00'];
    const at = ['DTSTART:20270326T140000Z', 'DURATION:PT2H'];
    const [first, last] = others;
    expect(series(...moved(...at))).toEqual([first, '2027-03-26T14:00 2027-03-26T16:00', last]);
    expect(series(...moved(...at, 'STATUS:CANCELLED'))).toEqual(others);
    expect(series(...moved(...at, 'TRANSP:TRANSPARENT'))).toEqual(others);
    const inUtc = event('RECURRENCE-ID:20270325T080000Z', ...at, 'STATUS:CANCELLED');
    expect(series(...inUtc)).toEqual(others);
    const byDate = event('RECURRENCE-ID;VALUE=DATE:20270325', ...at, 'STATUS:CANCELLED');
    expect(series(...byDate)).toEqual(others);
  });

  it('changes from an occurrence on', () => {
    const later = event(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20270325T090000',
      'DTSTART;TZID=Europe/Paris:20270325T110000',
      'DURATION:PT30M',
    );
    expect(series(...later)).toEqual([
      '2027-03-18T08:00 2027-03-18T09:00',
      '2027-03-25T10:00 2027-03-25T10:30',
      '2027-04-01T09:00 2027-04-01T09:30',
    ]);
  });

  it('may be known by one moved occurrence alone', () => {
    const alone = moved('DTSTART:20270326T140000Z', 'DURATION:PT2H');
    expect(spans(file(...alone))).toEqual(['2027-03-26T14:00 2027-03-26T16:00']);
  });
});

it('what shows only busy times is read as well', () => {
  const busy = [
    'BEGIN:VFREEBUSY',
    'FREEBUSY:20261124T090000Z/20261124T100000Z,20261124T110000Z/PT30M',
    'FREEBUSY;FBTYPE=FREE:20261124T120000Z/PT30M',
    'END:VFREEBUSY',
  ];
  expect(spans(file(...busy))).toEqual([
    '2026-11-24T09:00 2026-11-24T10:00',
    '2026-11-24T11:00 2026-11-24T11:30',
  ]);
});

it('summaries are one line of plain text', () => {
  const lines = [
    'DTSTART:20261124T090000Z',
    'DURATION:PT1H',
    `SUMMARY:a\\n\tb\0 ${'x'.repeat(300)}`,
  ];
  const reading = read(file('BEGIN:VEVENT', ...lines, 'END:VEVENT'));
  const summary = reading.ok ? (reading.events[0]?.summary ?? '') : '';
  expect(summary).toMatch(/^a b x+$/);
  expect(summary).toHaveLength(200);
});

describe('a file is not taken for empty', () => {
  const whole = file(...event('DTSTART:20261124T090000Z', 'DURATION:PT1H'));

  it.each([
    ['a page', '<!doctype html><html><body>Sign in: now</body></html>'],
    ['nothing', ''],
    ['a truncated one', whole.slice(0, -20)],
    ['one without its beginning', whole.slice(20)],
    ['an event by itself', event('DTSTART:20261124T090000Z').join('\r\n')],
    ['JSON', '{"error": "not found"}'],
    ['only nonsense', file(...event('DTSTART:tomorrow', 'DURATION:PT1H'))],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual({ ok: false, failure: 'not_a_calendar' });
  });

  it('but one without events is', () => {
    expect(read(file('X-WR-CALNAME:Work'))).toMatchObject({
      ok: true,
      events: [],
      name: 'Work',
      skipped: 0,
    });
  });

  it('and an event that makes no sense does not hide the others', () => {
    const broken = event('UID:two', 'DTSTART:20261124T090000Z', 'DTEND:tomorrow');
    const good = event('DTSTART:20261124T090000Z', 'DURATION:PT1H');
    expect(read(file(...broken, ...good))).toMatchObject({ ok: true, skipped: 1 });
    expect(spans(file(...broken, ...good))).toHaveLength(1);
  });
});

describe('what of an event can be read takes its time', () => {
  it.each([
    ['a rule that is none', 'RRULE:FREQ=SOMETIMES'],
    ['a rule that no library follows', 'RRULE:FREQ=WEEKLY;BYDAY=XX'],
    ['an exception that is no time', 'EXDATE:tomorrow'],
  ])('%s', (_what, line) => {
    const text = file(
      ...event('DTSTART:20261124T090000Z', 'DURATION:PT1H', line),
      ...event('UID:two', 'DTSTART:20261125T090000Z', 'DURATION:PT1H'),
    );
    expect(read(text)).toMatchObject({ ok: true, skipped: 1 });
    expect(spans(text)).toHaveLength(2);
  });
});

describe('a file ends in time', () => {
  it.each([
    ['an event each second since 1970', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY'],
    ['too many events', 'DTSTART:20261201T000000Z', 'RRULE:FREQ=MINUTELY'],
  ])('with %s', (_what, ...lines) => {
    const text = file(...event(...lines, 'DURATION:PT1S'));
    expect(read(text)).toEqual({ ok: false, failure: 'too_big' });
  });
});
