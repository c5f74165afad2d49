import { describe, expect, it } from 'vitest';
import { groupByLocalDay, minutesAhead } from './local-days';

const at = (iso: string) => Date.parse(iso);

describe('groupByLocalDay', () => {
  const late = at('2026-12-08T23:30Z');
  const early = at('2026-12-09T08:00Z');

  it.each([
    ['Africa/Dakar', { '2026-12-08': [late], '2026-12-09': [early] }],
    ['Europe/Paris', { '2026-12-09': [late, early] }],
    ['Asia/Katmandu', { '2026-12-09': [late, early] }],
    ['Pacific/Honolulu', { '2026-12-08': [late, early] }],
  ])('groups by the day in %s', (timeZone, days) => {
    expect(Object.fromEntries(groupByLocalDay([late, early], timeZone))).toEqual(days);
  });

  it('keeps both hours of the night in which the clocks go back', () => {
    const hours = [at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z')];
    expect(Object.fromEntries(groupByLocalDay(hours, 'Europe/Paris'))).toEqual({
      '2026-10-25': hours,
    });
  });
});

describe('minutesAhead', () => {
  it.each([
    ['2026-12-08T10:00Z', 'Europe/Paris', 'Africa/Dakar', -60],
    // Summer time in Paris, none in Dakar.
    ['2026-07-08T10:00Z', 'Europe/Paris', 'Africa/Dakar', -120],
    ['2026-12-08T10:00Z', 'UTC', 'Asia/Katmandu', 345],
    ['2026-12-08T10:00Z', 'Asia/Kathmandu', 'Asia/Katmandu', 0],
    // The two change their clocks three weeks apart.
    ['2027-03-20T12:00Z', 'Europe/Paris', 'America/New_York', -300],
    ['2027-04-20T12:00Z', 'Europe/Paris', 'America/New_York', -360],
    ['2026-12-31T23:30Z', 'Africa/Dakar', 'Africa/Nairobi', 180],
  ])('at %s from %s to %s: %i', (iso, timeZone, other, minutes) => {
    expect(minutesAhead(at(iso), timeZone, other)).toBe(minutes);
  });
});
