import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { startOfDay } from './index';

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
