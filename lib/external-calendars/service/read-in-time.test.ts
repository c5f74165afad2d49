import { expect, it } from 'vitest';
import { readInTime } from './read-in-time';

const window = { start: Date.parse('2026-11-22T12:00Z'), end: Date.parse('2027-12-28T00:00Z') };
const read = (...lines: string[]) => {
  const event = ['BEGIN:VEVENT', 'DTSTART:20261124T090000Z', ...lines, 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR'].join('\r\n');
  return readInTime(text, { timeZone: 'UTC', window, ownHost: 'baobab.example' });
};

it('reads a calendar', () => {
  expect(read('DURATION:PT1H')).toMatchObject({ ok: true, events: [{ summary: '' }] });
});

it('gives up on a rule whose next occurrence is sought for ever', () => {
  const never = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30';
  expect(read('DURATION:PT1H', never)).toEqual({ ok: false, failure: 'too_big' });
});
