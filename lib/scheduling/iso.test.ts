import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDate, instantFormatter, parseDate, parseInstant, parseWallTime } from './iso';

const wholeSeconds = fc
  .integer({ min: -62_167_219_200, max: 253_402_300_799 })
  .map((seconds) => seconds * 1000);

describe('instants', () => {
  test.each([
    ['2027-03-04T05:06:07Z', '2027-03-04T05:06:07.000Z'],
    ['2027-03-04T05:06Z', '2027-03-04T05:06:00.000Z'],
    ['2027-03-04t05:06:07z', '2027-03-04T05:06:07.000Z'],
    ['2027-03-04T05:06:07.089Z', '2027-03-04T05:06:07.089Z'],
    ['2027-03-04T05:06:07,5Z', '2027-03-04T05:06:07.500Z'],
    ['2027-03-04T05:06:07+02:00', '2027-03-04T03:06:07.000Z'],
    ['2027-03-04T05:06:07.250-03:30', '2027-03-04T08:36:07.250Z'],
    ['1970-01-01T00:00:01.001+00:00', '1970-01-01T00:00:01.001Z'],
    ['2027-03-04T05:06+0545', '2027-03-03T23:21:00.000Z'],
    ['2027-12-31T23:30:00-01', '2028-01-01T00:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(expected);
  });

  test('keep a millisecond whole', () => {
    expect(parseInstant('1970-01-01T00:00:01.001+00:00')).toBe(1001);
  });

  test('what lies beyond the millisecond keeps its order', () => {
    const texts = ['.123Z', '.1234Z', '.123456Z', '.124Z'].map(
      (end) => `2027-01-01T10:00:00${end}`,
    );
    const instants = texts.map(parseInstant);
    expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    expect(new Set(instants).size).toBe(4);
  });

  test.each([
    '2027-03-04T05:06:07',
    '2027-03-04',
    '2027-03-04 05:06:07Z',
    '2027-02-29T00:00:00Z',
    '2027-04-31T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-00-01T00:00:00Z',
    '2027-01-00T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2027-01-01T24:00:00Z',
    '2027-01-01T10:60:00Z',
    '2027-01-01T10:00:60Z',
    '2027-01-01T10:00:60.000Z',
    '2027-01-01T10.00:00Z',
    '2027-01-01T10:00.00Z',
    '2027-01-01T10:00.00.000Z',
    '2027-01-01T10:00:00.0x0Z',
    '2027-01-01T10:00:00.Z',
    '2027-01-01T10:00:00+24:00',
    '2027-01-01T10:00:00+02:60',
    '2027-01-01T10:00:00ZZ',
    '2027-01-01T10:00:00Z ',
    ' 2027-01-01T10:00:00Z',
    '2027/01/01T10:00:00Z',
    '+002027-01-01T10:00:00Z',
    '٢٠٢٧-01-01T10:00:00Z',
    '',
    1_800_000_000_000,
    null,
    undefined,
    new Date(0),
  ])('%j is none', (value) => {
    expect(parseInstant(value)).toBeNaN();
  });

  test('are read as Date.parse reads them, and written as toISOString writes them', () => {
    fc.assert(
      fc.property(fc.array(wholeSeconds, { maxLength: 5 }), (instants) => {
        const format = instantFormatter();
        for (const instant of instants) {
          const text = new Date(instant).toISOString();
          expect(parseInstant(text)).toBe(instant);
          expect(format(instant)).toBe(text.replace('.000Z', 'Z'));
          expect(parseInstant(format(instant))).toBe(instant);
        }
      }),
    );
  });

  test.each([-62_167_219_201_000, 253_402_300_800_000])(
    '%d takes a year of six digits',
    (instant) => {
      const text = new Date(instant).toISOString();
      expect(instantFormatter()(instant)).toBe(text.replace('.000Z', 'Z'));
    },
  );
});

describe('dates', () => {
  test('are read and written as days since 1970-01-01', () => {
    fc.assert(
      fc.property(wholeSeconds, (instant) => {
        const epochDay = Math.floor(instant / DAY);
        const text = new Date(instant).toISOString().slice(0, 10);
        expect(parseDate(text)).toBe(epochDay);
        expect(formatDate(epochDay)).toBe(text);
      }),
    );
  });

  test.each(['2027-02-29', '2027-1-01', '2027-01-01T00:00', '20270101', '2027-01-1x', '', 5])(
    '%j is none',
    (value) => {
      expect(parseDate(value)).toBeNaN();
    },
  );
});

describe('wall times', () => {
  test.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s is %d minutes', (text, minutes) => {
    expect(parseWallTime(text)).toBe(minutes * 60_000);
  });

  test.each(['24:01', '25:00', '9:00', '09:60', '09:00:00', '09-00', '-9:00', '', 900, null])(
    '%j is none',
    (value) => {
      expect(parseWallTime(value)).toBeNaN();
    },
  );
});
