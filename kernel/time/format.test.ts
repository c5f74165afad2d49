import { describe, expect, it } from 'vitest';
import {
  formatDateTime,
  formatDay,
  formatDays,
  formatDistinctTime,
  formatDayNear,
  formatDayShort,
  formatMonth,
  formatNear,
  formatOffset,
  formatRange,
  formatTime,
  localDay,
  sameWallTime,
  timeZoneName,
  formatDuration,
} from './format';

const ms = (iso: string) => Date.parse(iso);
const december = ms('2026-12-08T15:30:00Z');
const paris = {
  en: { locale: 'en', timeZone: 'Europe/Paris' },
  fr: { locale: 'fr', timeZone: 'Europe/Paris' },
};

describe('days and times', () => {
  it.each([
    [formatTime(december, paris.en), '16:30'],
    [formatTime(december, { locale: 'en', timeZone: 'Asia/Katmandu' }), '21:15'],
    [formatTime(ms('2026-12-07T23:05:00Z'), paris.fr), '00:05'],
    [formatDay(december, paris.en), 'Tuesday 8 December'],
    [formatDay(december, paris.fr), 'mardi 8 décembre'],
    [formatDay(ms('2026-12-01T12:00:00Z'), paris.fr), 'mardi 1er décembre'],
    [formatDay(december, paris.en, { withYear: true }), 'Tuesday 8 December 2026'],
    [formatDayShort(december, paris.en), 'Tue 8 Dec'],
    [formatDayShort(december, paris.fr), 'mar. 8 déc.'],
    [formatMonth(december, paris.fr), 'décembre 2026'],
    [formatDateTime(december, paris.en), 'Tuesday 8 December, 16:30'],
    [formatDateTime(december, paris.fr, { withYear: true }), 'mardi 8 décembre 2026, 16:30'],
    [formatRange(december, december + 3_600_000, paris.en), '16:30–17:30'],
    // The same instant is already the next day further east.
    [
      formatDay(ms('2026-12-08T23:30:00Z'), { locale: 'en', timeZone: 'Africa/Dakar' }),
      'Tuesday 8 December',
    ],
    [formatDay(ms('2026-12-08T23:30:00Z'), paris.en), 'Wednesday 9 December'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    ['2026-10-24T23:30:00Z', '01:30'],
    ['2026-10-25T00:00:00Z', '02:00 (GMT+2)'],
    ['2026-10-25T00:30:00Z', '02:30 (GMT+2)'],
    ['2026-10-25T01:00:00Z', '02:00 (GMT+1)'],
    ['2026-10-25T02:00:00Z', '03:00'],
    ['2027-03-28T01:00:00Z', '03:00'],
  ])('tells the two passes of a repeated hour apart: %s', (instant, expected) => {
    expect(formatDistinctTime(ms(instant), paris.en)).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => formatTime(december, { locale: 'en', timeZone: 'Mars/Olympus' })).toThrow(
      RangeError,
    );
  });
});

describe('nearby days', () => {
  const now = ms('2026-12-08T09:00:00Z');
  it.each([
    ['2026-12-08T15:30:00Z', paris.en, 'Today 16:30'],
    ['2026-12-09T15:30:00Z', paris.en, 'Tomorrow 16:30'],
    ['2026-12-10T15:30:00Z', paris.en, 'Thu 10 Dec, 16:30'],
    ['2026-12-08T15:30:00Z', paris.fr, 'Aujourd’hui 16:30'],
    ['2026-12-09T15:30:00Z', paris.fr, 'Demain 16:30'],
    ['2026-12-08T23:30:00Z', paris.en, 'Tomorrow 00:30'],
    ['2026-12-08T23:30:00Z', { locale: 'en', timeZone: 'Africa/Dakar' }, 'Today 23:30'],
    ['2026-12-07T23:30:00Z', { locale: 'en', timeZone: 'Africa/Dakar' }, 'Mon 7 Dec, 23:30'],
  ])('%s', (at, place, expected) => {
    expect(formatNear(ms(at), place, { now })).toBe(expected);
  });

  it('says the day alone', () => {
    expect(formatDayNear(now, paris.fr, { now })).toBe('Aujourd’hui');
    expect(formatDayNear(ms('2026-12-12T09:00:00Z'), paris.fr, { now })).toBe('Samedi 12 décembre');
  });

  it('counts calendar days across a clock change', () => {
    const eve = ms('2026-10-24T21:30:00Z'); // 23:30 in Paris; the night has 25 hours
    expect(formatNear(ms('2026-10-25T22:30:00Z'), paris.en, { now: eve })).toBe('Tomorrow 23:30');
  });
});

describe('zones', () => {
  it.each([
    [paris.en, 'Paris (GMT+1)'],
    [paris.fr, 'Paris (UTC+1)'],
    [{ locale: 'fr', timeZone: 'Africa/Cairo' }, 'Le Caire (UTC+2)'],
    [{ locale: 'fr', timeZone: 'Africa/Addis_Ababa' }, 'Addis-Abeba (UTC+3)'],
    [{ locale: 'en', timeZone: 'Africa/Addis_Ababa' }, 'Addis Ababa (GMT+3)'],
    [{ locale: 'en', timeZone: 'Africa/Dakar' }, 'Dakar (GMT)'],
    [{ locale: 'en', timeZone: 'Asia/Katmandu' }, 'Kathmandu (GMT+5:45)'],
    [{ locale: 'en', timeZone: 'America/St_Johns' }, 'St Johns (GMT\u22123:30)'],
    [{ locale: 'en', timeZone: 'UTC' }, 'GMT'],
  ])('%o', (place, expected) => {
    expect(timeZoneName(december, place)).toBe(expected);
  });

  it('takes the offset of the instant, not of today', () => {
    expect(formatOffset(ms('2026-07-01T12:00:00Z'), paris.en)).toBe('GMT+2');
  });

  it('knows when two zones read the same', () => {
    expect(sameWallTime(december, 'Europe/Paris', 'Africa/Lagos')).toBe(true);
    expect(sameWallTime(ms('2026-07-01T12:00:00Z'), 'Europe/Paris', 'Africa/Lagos')).toBe(false);
  });

  it('finds the local day', () => {
    expect(localDay(ms('2026-12-08T23:30:00Z'), 'Africa/Dakar')).toBe('2026-12-08');
    expect(localDay(ms('2026-12-08T23:30:00Z'), 'Europe/Paris')).toBe('2026-12-09');
  });
});

it.each([
  ['2026-12-07', '2026-12-13', '7\u2060–\u206013 December 2026', '7\u2060–\u206013 décembre 2026'],
  ['2026-11-30', '2026-12-06', '30 November to 6 December 2026', '30 novembre au 6 décembre 2026'],
  [
    '2026-12-28',
    '2027-01-03',
    '28 December 2026 to 3 January 2027',
    '28 décembre 2026 au 3 janvier 2027',
  ],
  ['2026-12-01', '2026-12-01', '1 December 2026', '1er décembre 2026'],
])('says the days from %s to %s', (first, last, english, french) => {
  const plain = (locale: string) => formatDays(first, last, locale).replaceAll('\u00A0', ' ');
  expect(plain('en')).toBe(english);
  expect(plain('fr')).toBe(french);
});

it('breaks a line between two dates alone', () => {
  expect(formatDays('2026-12-07', '2026-12-13', 'en')).not.toContain(' ');
  expect(formatDays('2026-12-28', '2027-01-03', 'fr').split(' ')).toEqual([
    '28\u00A0décembre\u00A02026',
    'au\u00A03\u00A0janvier\u00A02027',
  ]);
});

it('writes no space that two Intl libraries could disagree about', () => {
  const texts = [paris.en, paris.fr].flatMap((place) => [
    formatDateTime(december, place, { withYear: true }),
    formatDayShort(december, place),
    formatRange(december, december + 3_600_000, place),
    formatNear(december, place, { now: december }),
    timeZoneName(december, place),
  ]);
  expect(texts.filter((text) => /[\u2009\u202f\u00a0]/.test(text))).toEqual([]);
});

it.each([
  [45, '45 minutes', '45 minutes'],
  [60, '1 hour', '1 heure'],
  [1440, '24 hours', '24 heures'],
  [36 * 60, '36 hours', '36 heures'],
  [2 * 1440, '2 days', '2 jours'],
])('says %i minutes of notice', (minutes, english, french) => {
  expect(formatDuration(minutes, 'en')).toBe(english);
  expect(formatDuration(minutes, 'fr')).toBe(french);
});
