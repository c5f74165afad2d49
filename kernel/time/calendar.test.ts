import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  daysOf,
  knownDay,
  knownMonth,
  noonOf,
  weekdayOf,
  weeksOf,
} from './calendar';

describe('days and months', () => {
  it.each([
    ['2026-12-08', '2026-12-08'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-1-1', null],
    ['1969-12-31', null],
    ['2200-12-31', '2200-12-31'],
    ['2201-01-01', null],
    [['2026-12-08'], null],
    [undefined, null],
  ])('reads %j as the day %j', (value, day) => {
    expect(knownDay(value)).toBe(day);
  });

  it.each([
    ['2026-12', '2026-12'],
    ['2026-00', null],
    ['2026-12-01', null],
    ['', null],
  ])('reads %j as the month %j', (value, month) => {
    expect(knownMonth(value)).toBe(month);
  });

  it.each([
    // The clocks of Paris, New York and Lord Howe change around these; a calendar has no clock.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s and %i days is %s', (day, count, sum) => {
    expect(addDays(day, count)).toBe(sum);
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
    ['2026-06', -18, '2024-12'],
    ['2026-06', 0, '2026-06'],
  ])('%s and %i months is %s', (month, count, sum) => {
    expect(addMonths(month, count)).toBe(sum);
  });

  it('keeps to the end of a shorter month', () => {
    expect(addMonthsToDay('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonthsToDay('2027-03-15', -1)).toBe('2027-02-15');
  });

  it('starts weeks on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    const weeks = weeksOf('2026-12');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([
      null,
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(weeks.at(-1)).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      null,
      null,
      null,
    ]);
    expect(weeksOf('2027-02').flat()).toEqual(daysOf('2027-02'));
  });

  it('has noon in the middle of the day', () => {
    expect(new Date(noonOf('2026-12-08')).toISOString()).toBe('2026-12-08T12:00:00.000Z');
  });
});
