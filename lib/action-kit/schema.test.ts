import { describe, expect, it } from 'vitest';
import { localPath } from './schema';

describe('a path to go on to', () => {
  it.each([
    ['/bookings', '/bookings'],
    ['/fr/mentors?day=2026-11-24&slot=1#times', '/fr/mentors?day=2026-11-24&slot=1#times'],
    ['/a/../b', '/b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['bookings', '/'],
    [`/${'x'.repeat(1000)}`, '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('%j leads to %s', (value, path) => {
    expect(localPath(value)).toBe(path);
  });
});
