import { expect, it } from 'vitest';
import { instantOfWallTime, wallTime } from './wall-time';

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
