import { expect, it } from 'vitest';
import { takesBookings } from './pause';

const at = (iso: string) => Date.parse(iso);

it.each([
  ['is none', { takingBookings: true, resumesOn: null }, '2027-01-11T12:00Z', true],
  ['has no end', { takingBookings: false, resumesOn: null }, '2027-01-12T12:00Z', false],
  ['is not over', { takingBookings: false, resumesOn: '2027-01-12' }, '2027-01-11T21:59Z', false],
  ['ends', { takingBookings: false, resumesOn: '2027-01-12' }, '2027-01-11T22:00Z', true],
  ['is long over', { takingBookings: false, resumesOn: '2027-01-12' }, '2028-01-01T00:00Z', true],
] as const)('a pause that %s, in Johannesburg', (_, said, now, expected) => {
  expect(takesBookings({ ...said, timeZone: 'Africa/Johannesburg' }, at(now))).toBe(expected);
});
