import { expect, it } from 'vitest';
import { instantOfWallTime, isAhead, wallTime } from './wall-time';

const at = (text: string) => Date.parse(text);

it.each([
  ['Europe/Paris', '2026-10-25T00:30Z', '2026-10-25T02:30'],
  ['Europe/Paris', '2026-10-25T08:00Z', '2026-10-25T09:00'],
  ['Africa/Casablanca', '2026-02-14T08:00Z', '2026-02-14T09:00'],
  ['Africa/Casablanca', '2026-02-15T09:00Z', '2026-02-15T09:00'],
])('goes there and back in %s: %s is %s', (timeZone, instant, text) => {
  expect(wallTime(at(instant), timeZone)).toBe(text);
  expect(instantOfWallTime(text, timeZone)).toBe(at(instant));
});

it('goes on by the gap where the clock skips an hour, and knows no other days', () => {
  expect(instantOfWallTime('2026-03-29T02:30', 'Europe/Paris')).toBe(at('2026-03-29T01:30Z'));
  expect(instantOfWallTime('', 'Europe/Paris')).toBeNull();
});

const now = at('2026-12-08T14:30Z');

it.each([
  ['Africa/Dakar', '2026-12-08T14:15Z', false],
  ['Africa/Dakar', '2026-12-08T14:30Z', true],
  // What the clocks there show, and not those of the browser or of UTC.
  ['Africa/Nairobi', '2026-12-08T17:15Z', false],
  ['Africa/Nairobi', '2026-12-08T17:30Z', true],
  ['America/New_York', '2026-12-08T09:15Z', false],
  ['America/New_York', '2026-12-08T09:30Z', true],
])('puts nothing into the past: in %s at %s, %s', (timeZone, wall, isAllowed) => {
  expect(isAhead(at(wall), { timeZone, now })).toBe(isAllowed);
});

it('goes by the first turn of an hour that the clock repeats, as what is put there does', () => {
  const timeZone = 'Europe/Paris';
  const wall = at('2026-10-25T02:30Z');
  expect(isAhead(wall, { timeZone, now: at('2026-10-25T00:30Z') })).toBe(true);
  expect(isAhead(wall, { timeZone, now: at('2026-10-25T01:10Z') })).toBe(false);
});
