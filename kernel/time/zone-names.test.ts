import { describe, expect, it } from 'vitest';
import { knownTimeZone } from './canonical-zone';
import { isTimeZone } from './zone-names';

describe('isTimeZone', () => {
  it.each([
    'Africa/Dakar',
    'Asia/Katmandu',
    'Asia/Kathmandu',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'UTC',
  ])('takes %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    '',
    '+02:00',
    'Europe/Nowhere',
    'Europe/Paris; path=/',
    '../etc',
    'a'.repeat(80),
    null,
    7,
  ])('refuses %j', (value) => {
    expect(isTimeZone(value)).toBe(false);
    expect(knownTimeZone(value)).toBeNull();
  });
});

it.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['asia/katmandu', 'Asia/Kathmandu'],
  ['US/Eastern', 'America/New_York'],
  ['Etc/UTC', 'UTC'],
  ['Africa/Dakar', 'Africa/Dakar'],
])('keeps %s as %s', (name, canonical) => {
  expect(knownTimeZone(name)).toBe(canonical);
});
