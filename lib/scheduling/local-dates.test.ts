import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantOf, startOfDay } from './index';

describe('a local date begins', () => {
  test.each([
    ['Africa/Dakar', '2026-12-08'],
    ['Europe/Paris', '2027-03-28'],
    ['Europe/Paris', '2027-10-31'],
    ['America/Sao_Paulo', '2018-11-04'],
    ['America/Havana', '2027-03-14'],
    ['America/Havana', '2027-11-07'],
    ['Africa/Cairo', '2027-04-30'],
    ['Asia/Katmandu', '2027-05-05'],
    ['Pacific/Apia', '2011-12-31'],
  ])('in %s on %s where Temporal says so', (timeZone, date) => {
    const expected = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
    expect(startOfDay(date, timeZone)).toBe(expected);
  });

  test('and one that does not exist is refused', () => {
    expect(() => startOfDay('2027-02-30', 'UTC')).toThrow(RangeError);
    expect(() => startOfDay('2027-02-03', 'Mars/Olympus')).toThrow(RangeError);
  });
});

test('a wall time is the instant that Temporal makes of it, in gaps and folds too', () => {
  for (const [date, time] of [
    ['2027-03-28', '02:30'],
    ['2027-10-31', '02:30'],
    ['2027-06-01', '18:45'],
  ] as const) {
    const wallTime = Temporal.PlainDateTime.from(`${date}T${time}`);
    const expected = wallTime.toZonedDateTime('Europe/Paris').epochMilliseconds;
    expect(instantOf(date, time, 'Europe/Paris')).toBe(expected);
  }
  expect(instantOf('2027-06-01', '24:00', 'UTC')).toBe(Date.parse('2027-06-02T00:00:00Z'));
  expect(() => instantOf('2027-06-01', '24:30', 'UTC')).toThrow(RangeError);
});
