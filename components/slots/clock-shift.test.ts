import { expect, it } from 'vitest';
import { clockShift } from './clock-shift';

const at = (iso: string) => Date.parse(iso);
const paris = { before: at('2026-10-20T08:00Z'), start: at('2026-10-27T09:00Z') };

it.each([
  ['Africa/Dakar', 'Europe/Paris', 'mentors'],
  ['Europe/Paris', 'Europe/Paris', null],
  // Their clocks change on the same day.
  ['Europe/Berlin', 'Europe/Paris', null],
])('in %s, with a mentor in %s: %s', (timeZone, mentorTimeZone, whose) => {
  expect(clockShift(paris.before, paris.start, { timeZone, mentorTimeZone })).toBe(whose);
});

it('knows the viewer’s own change', () => {
  const zones = { timeZone: 'Europe/Paris', mentorTimeZone: 'Africa/Dakar' };
  expect(clockShift(at('2026-10-20T08:00Z'), at('2026-10-27T08:00Z'), zones)).toBe('viewers');
  expect(clockShift(at('2026-10-27T08:00Z'), at('2026-11-03T08:00Z'), zones)).toBeNull();
});
