import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { serveClocks } from './served-clocks';
import { examples } from '@/testing/examples';
import { instantOfWallClock, wallClockAt } from './wall-clock';

const zones = ['Europe/Paris', 'Africa/Casablanca', 'America/Havana', 'Australia/Lord_Howe', 'UTC'];

it('goes by Temporal’s compatible rule, in gaps and folds too', () => {
  const quarter = 15 * 60_000;
  const first = Date.parse('2026-01-01T00:00Z');
  const anyTime = fc.integer({ min: 0, max: 2 * 365 * 96 }).map((at) => first + at * quarter);
  fc.assert(
    fc.property(anyTime, fc.constantFrom(...zones), (time, timeZone) => {
      const clock = Temporal.Instant.fromEpochMilliseconds(time);
      const plain = clock.toZonedDateTimeISO('UTC').toPlainDateTime();
      expect(instantOfWallClock(time, timeZone)).toBe(
        plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
      );
      const shown = clock.toZonedDateTimeISO(timeZone).toPlainDateTime().toZonedDateTime('UTC');
      expect(wallClockAt(time, timeZone)).toBe(shown.epochMilliseconds);
    }),
    { numRuns: examples(500) },
  );
});

it('goes by the served clocks where there are any', () => {
  const noon = Date.parse('2026-07-01T12:00Z');
  serveClocks({ 'Africa/El_Aaiun': [{ at: 0, offset: 2 * 3_600_000 }] });
  expect(wallClockAt(noon, 'Africa/El_Aaiun')).toBe(noon + 2 * 3_600_000);
  expect(instantOfWallClock(noon, 'Africa/El_Aaiun')).toBe(noon - 2 * 3_600_000);
});
