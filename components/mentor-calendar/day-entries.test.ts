import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { timesOn } from './day-entries';

const at = (text: string) => Temporal.Instant.from(`${text}:00Z`).epochMilliseconds;
const place = { locale: 'en', timeZone: 'UTC' } as const;
const days = ['2026-11-30', '2026-12-01', '2026-12-02'];

it('a stretch of time says on each day which part of it is meant', () => {
  const off = { start: at('2026-11-30T19:00'), end: at('2026-12-02T10:00'), session: null };
  expect(days.map((day) => timesOn(day, off, place))).toEqual(['19:00–24:00', null, '00:00–10:00']);
});

it('a stretch from midnight to midnight is the day', () => {
  const off = { start: at('2026-11-30T00:00'), end: at('2026-12-01T00:00'), session: null };
  expect(timesOn('2026-11-30', off, place)).toBeNull();
});
