import { expect, it } from 'vitest';
import { spanOfDays } from './days-off';

it.each([
  ['one day', ['2026-12-24', '', '2026-12-24', ''], '2026-12-24T00:00', '2026-12-25T00:00'],
  [
    'up to a year’s end',
    ['2026-12-24', '', '2026-12-31', ''],
    '2026-12-24T00:00',
    '2027-01-01T00:00',
  ],
  ['hours', ['2026-12-24', '18:00', '2026-12-24', '20:00'], '2026-12-24T18:00', '2026-12-24T20:00'],
  [
    'an evening on',
    ['2026-12-24', '18:00', '2026-12-26', ''],
    '2026-12-24T18:00',
    '2026-12-27T00:00',
  ],
] as const)('%s is off to its end', (_, [fromDate, fromTime, toDate, toTime], from, to) => {
  expect(spanOfDays({ fromDate, fromTime, toDate, toTime })).toEqual({ from, to });
});
