import { expect, it } from 'vitest';
import { sameTimeAhead } from './next-time';

const at = (text: string) => Date.parse(`${text}:00Z`);

it.each([
  ['a week after one that is on', '2026-11-24T10:00', '2026-11-24T10:20', '2026-12-01T10:00'],
  ['a week after one of yesterday', '2026-11-24T10:00', '2026-11-25T18:00', '2026-12-01T10:00'],
  [
    'in the week to come after an old one',
    '2026-10-27T10:00',
    '2026-11-25T18:00',
    '2026-12-01T10:00',
  ],
  ['later than now, to the minute', '2026-11-17T10:00', '2026-11-24T10:00', '2026-12-01T10:00'],
  ['by the clock, across its change', '2026-10-20T08:00', '2026-10-20T08:30', '2026-10-27T09:00'],
  [
    'by the clock, long after its change',
    '2026-10-20T08:00',
    '2026-12-01T08:30',
    '2026-12-01T09:00',
  ],
])('is %s', (_, startsAt, now, expected) => {
  const next = sameTimeAhead(at(startsAt), { timeZone: 'Europe/Paris', now: at(now) });
  expect(new Date(next).toISOString().slice(0, 16)).toBe(expected);
});
