import { describe, expect, it } from 'vitest';
import { seriesStarts } from './series';

const texts = (first: string, rule: Parameters<typeof seriesStarts>[1]) =>
  seriesStarts(Date.parse(first), rule).map((at) => `${new Date(at).toISOString().slice(0, 16)}Z`);

describe('seriesStarts', () => {
  it('keeps the wall time across both clock changes of Paris', () => {
    expect(
      texts('2026-10-20T08:00Z', { everyWeeks: 1, count: 3, timeZone: 'Europe/Paris' }),
    ).toEqual(['2026-10-20T08:00Z', '2026-10-27T09:00Z', '2026-11-03T09:00Z']);
    expect(
      texts('2027-03-23T09:00Z', { everyWeeks: 1, count: 2, timeZone: 'Europe/Paris' }),
    ).toEqual(['2027-03-23T09:00Z', '2027-03-30T08:00Z']);
  });

  it('goes by steps of two weeks, and over the end of a year', () => {
    expect(
      texts('2026-12-22T10:00Z', { everyWeeks: 2, count: 3, timeZone: 'Africa/Dakar' }),
    ).toEqual(['2026-12-22T10:00Z', '2027-01-05T10:00Z', '2027-01-19T10:00Z']);
  });

  it('moves a time that the clocks skip by what they skip', () => {
    expect(
      texts('2027-03-21T01:30Z', { everyWeeks: 1, count: 2, timeZone: 'Europe/Paris' }),
    ).toEqual(['2027-03-21T01:30Z', '2027-03-28T01:30Z']);
  });

  it('starts with the instant that was picked, also the later of a repeated hour', () => {
    // 02:30 comes twice on 25 October: 00:30Z and 01:30Z.
    expect(
      texts('2026-10-25T01:30Z', { everyWeeks: 1, count: 2, timeZone: 'Europe/Paris' }),
    ).toEqual(['2026-10-25T01:30Z', '2026-11-01T01:30Z']);
  });
});
