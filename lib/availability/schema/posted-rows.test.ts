import { expect, it } from 'vitest';
import { readRanges, readRows } from './posted-rows';

it('reads rows of a form, and passes over those without hours', () => {
  const rows = readRows({
    key: ['a', 'spare', 'b'],
    day: ['1', '1', '2'],
    start: ['09:00', '', '18:00:00'],
    end: ['12:00', '', '00:00'],
    timeZone: ['', '', 'Europe/Paris'],
    capacity: ['1', '1', 'x'],
    firstOn: ['', '', '2027-01-01'],
    lastOn: ['', '', ''],
    active: ['on', 'on', 'off'],
  });
  const first = { key: 'a', days: [1], start: '09:00', end: '12:00', timeZone: null, capacity: 1 };
  expect(rows).toEqual([
    { ...first, firstOn: null, lastOn: null, active: true },
    {
      key: 'b',
      days: [2],
      start: '18:00',
      end: '24:00',
      timeZone: 'Europe/Paris',
      capacity: Number.NaN,
      firstOn: '2027-01-01',
      lastOn: null,
      active: false,
    },
  ]);
});

it('keeps a row of which half is missing, to have it put right', () => {
  expect(readRows({ start: ['09:00'], end: [''] })).toMatchObject([{ start: '09:00', end: '' }]);
  expect(readRanges({ start: ['', '09:00'], end: ['', ''], capacity: ['1', '2'] })).toEqual([
    { row: 1, start: '09:00', end: '', capacity: 2 },
  ]);
});
