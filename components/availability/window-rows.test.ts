import { expect, it } from 'vitest';
import { addRow, copyDay, presetRows, rowsOf, rowsOfDay } from './window-rows';

let made = 0;
const newKey = () => `new-${String((made += 1))}`;
const hours = (rows: { days: number[]; start: string; end: string }[]) =>
  rows.map(({ days: [day], start, end }) => `${String(day)} ${start}-${end}`);
const base = {
  timeZone: null,
  capacity: 2,
  firstOn: null,
  lastOn: null,
  active: true,
};
const week = rowsOf([
  { ...base, days: [1, 3], start: '09:00', end: '12:00' },
  { ...base, days: [3], start: '14:00', end: '18:00' },
]);

it('has one row for each weekday of a window', () => {
  expect(hours(week)).toEqual(['1 09:00-12:00', '3 09:00-12:00', '3 14:00-18:00']);
  expect(new Set(week.map(({ key }) => key)).size).toBe(3);
});

it('suggests hours after the last ones, and none where the day is full', () => {
  expect(hours(addRow(week, 3, 'new'))).toContain('3 19:00-21:00');
  expect(addRow(week, 3, 'new').at(-1)).toMatchObject({ capacity: 2 });
  expect(hours(addRow(week, 5, 'new'))).toContain('5 09:00-17:00');
  const late = rowsOf([{ ...base, days: [1], start: '20:00', end: '23:30' }]);
  expect(hours(addRow(late, 1, 'new'))).toContain('1 -');
});

it('copies a day over others, and leaves itself alone', () => {
  const copied = copyDay(week, 3, [1, 2, 3], newKey);
  expect(hours(rowsOfDay(copied, 1))).toEqual(['1 09:00-12:00', '1 14:00-18:00']);
  expect(hours(rowsOfDay(copied, 2))).toEqual(['2 09:00-12:00', '2 14:00-18:00']);
  expect(rowsOfDay(copied, 3)).toEqual(rowsOfDay(week, 3));
  expect(new Set(copied.map(({ key }) => key)).size).toBe(6);
});

it('makes a preset', () => {
  const preset = presetRows([1, 2], { start: '09:00', end: '17:00' }, newKey);
  expect(hours(preset)).toEqual(['1 09:00-17:00', '2 09:00-17:00']);
});
