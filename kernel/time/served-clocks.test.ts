import { expect, it } from 'vitest';
import { clocksOf, instantOf } from '@/lib/scheduling';
import { formatDateTime, formatOffset, localDay } from './format';
import { clocksEdition, serveClocks } from './served-clocks';

const place = { locale: 'en', timeZone: 'Africa/Casablanca' };
const paris = { locale: 'en', timeZone: 'Europe/Paris' };
const at = Date.parse('2027-06-01T23:30:00Z');
const range = { from: Date.parse('2027-01-01T00:00:00Z'), to: Date.parse('2027-12-31T00:00:00Z') };

const noon = () => new Date(instantOf('2027-06-02', '12:00', 'Africa/Casablanca')).toISOString();

it('changes nothing where both machines agree', () => {
  const before = [formatDateTime(at, paris), formatOffset(at, paris), localDay(at, 'Europe/Paris')];
  serveClocks(clocksOf(['Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns'], range));
  expect([
    formatDateTime(at, paris),
    formatOffset(at, paris),
    localDay(at, 'Europe/Paris'),
  ]).toEqual(before);
  expect(before).toEqual(['Wednesday 2 June, 01:30', 'GMT+2', '2027-06-02']);
  expect(formatOffset(at, { ...paris, timeZone: 'Asia/Kathmandu' })).toBe('GMT+5:45');
  expect(formatOffset(at, { ...paris, timeZone: 'America/St_Johns' })).toBe('GMT\u22122:30');
});

it('goes by the served clocks for texts and for the engine, and by newer ones when they come', () => {
  serveClocks({ 'Africa/Casablanca': [{ at: range.from, offset: 0 }] });
  expect(formatDateTime(at, place)).toBe('Tuesday 1 June, 23:30');
  expect(formatOffset(at, place)).toBe('GMT');
  expect(noon()).toBe('2027-06-02T12:00:00.000Z');
  serveClocks({
    'Africa/Casablanca': [
      { at: range.from, offset: 0 },
      { at: Date.parse('2027-03-14T02:00:00Z'), offset: 3_600_000 },
    ],
  });
  expect(formatDateTime(at, place)).toBe('Wednesday 2 June, 00:30');
  expect(localDay(at, 'Africa/Casablanca')).toBe('2027-06-02');
  expect(formatOffset(at, place)).toBe('GMT+1');
  expect(noon()).toBe('2027-06-02T11:00:00.000Z');
});

it('takes the same clocks again for nothing new', () => {
  const served = { 'Africa/Dakar': [{ at: 0, offset: 0 }] };
  serveClocks(served);
  const edition = clocksEdition();
  serveClocks({ ...served });
  expect(clocksEdition()).toBe(edition);
});
