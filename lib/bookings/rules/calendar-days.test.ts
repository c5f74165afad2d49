import { expect, it } from 'vitest';
import {
  calendarPath,
  daysAround,
  daysShown,
  eachDay,
  knownDays,
  lengthOf,
  longestCalendarDays,
  turnedDay,
} from './calendar-days';

const wide = { isNarrow: false };
const narrow = { isNarrow: true };

it('shows a week from Monday to Sunday, and three days on a phone', () => {
  expect(daysShown('week', '2026-12-09', wide)).toEqual({ from: '2026-12-07', to: '2026-12-14' });
  expect(daysShown('week', '2026-12-09', narrow)).toEqual({ from: '2026-12-09', to: '2026-12-12' });
  expect(daysShown('list', '2026-12-13', narrow)).toEqual({ from: '2026-12-07', to: '2026-12-14' });
});

it('shows the six weeks that a month reaches into', () => {
  const days = daysShown('month', '2026-12-31', wide);
  expect(days.from).toBe('2026-11-30');
  expect(eachDay(days)).toHaveLength(42);
});

it('turns by what is shown, and a month to the same day or its last', () => {
  expect(turnedDay('week', '2026-12-09', { by: 1, ...wide })).toBe('2026-12-16');
  expect(turnedDay('week', '2026-12-09', { by: -1, ...narrow })).toBe('2026-12-06');
  expect(turnedDay('month', '2027-01-31', { by: 1, ...wide })).toBe('2027-02-28');
  expect(turnedDay('day', '2026-12-31', { by: 1, ...wide })).toBe('2027-01-01');
});

it('reads as much on either side, and never more than one reading may cover', () => {
  expect(daysAround({ from: '2026-12-07', to: '2026-12-14' })).toEqual({
    from: '2026-11-30',
    to: '2026-12-21',
  });
  for (const view of ['day', 'week', 'month', 'list'] as const) {
    expect(lengthOf(daysAround(daysShown(view, '2026-12-09', wide)))).toBeLessThanOrEqual(
      longestCalendarDays,
    );
  }
});

it('writes into the address what is not left to the page', () => {
  expect(calendarPath({ view: null, day: null })).toBe('/mentor/calendar');
  expect(calendarPath({ view: 'month', day: '2026-12-09' })).toBe(
    '/mentor/calendar?view=month&day=2026-12-09',
  );
});

it.each([
  ['2026-12-07', '2026-12-07'],
  ['2026-12-14', '2026-12-07'],
  ['2026-12-07', '2027-12-07'],
  ['2026-02-30', '2026-03-07'],
  ['2026-12-07T00:00Z', '2026-12-14'],
  [undefined, '2026-12-14'],
])('does not read from %s to %s', (from, to) => {
  expect(knownDays({ from, to })).toBeNull();
});
