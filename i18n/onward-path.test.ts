import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from '@/kernel/local-path';
import { onwardPath } from './onward-path';

describe('a path to go on to', () => {
  it.each([
    ['/bookings', '/bookings'],
    ['/', '/'],
    ['/en', '/'],
    ['/fr?q=sahel', '/?q=sahel'],
    ['/fr/mentors?day=2026-11-24&slot=1#times', '/mentors?day=2026-11-24&slot=1#times'],
    ['/mentors?q=a%2F%2Fb%0A..%5C', '/mentors?q=a%2F%2Fb%0A..%5C'],
    ['/mentors/100%25', '/mentors/100%25'],
    ['/mentors/awa.diop/..a', '/mentors/awa.diop/..a'],
    ['/o/lycée', '/o/lyc%C3%A9e'],
    ['/a/../b', '/'],
    ['/a/..', '/'],
    ['/./a', '/'],
    ['/%2e%2E/a', '/'],
    ['/.%2e', '/'],
    ['//evil.example', '/'],
    ['/en//evil.example/login', '/'],
    ['/fr//evil.example/login', '/'],
    ['/en/fr//evil.example', '/'],
    ['/en/%2Fevil.example', '/'],
    ['/en/%252fevil.example', '/'],
    ['/en/%5cevil.example', '/'],
    ['/en/\\evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/en/%09/evil.example', '/'],
    ['/en/\u0085', '/'],
    ['/%', '/'],
    ['/%ff', '/'],
    ['/bookings?to=//evil.example', '/'],
    ['/bookings#\\', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['bookings', '/'],
    ['', '/'],
    [`/${'x'.repeat(2000)}`, '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('%j leads to %s', (value, path) => {
    expect(onwardPath(value, 'en')).toBe(path);
    expect(onwardPath(value, 'fr')).toBe(path === '/' ? '/fr' : `/fr${path.replace(/^\/\?/, '?')}`);
  });

  const pieces =
    '/ / // \\ . .. %2e %2E %2f %5C %25 %252f %09 % ? # en fr evil.example @ : https: é'.split(' ');
  const blanks = [' ', '\t', '\n', '\r', '\0', '\u0085'];
  const hostile = fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces, ...blanks) },
        fc.string({ unit: 'binary' }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((some) => some.join(''));

  it('stays on this site, whatever is asked for, and is what it seems', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('en', 'fr'), fc.boolean(), (text, locale, isPath) => {
        const path = onwardPath(isPath ? `/${text}` : text, locale);
        expect(new URL(path, 'https://baobab.test').href).toBe(`https://baobab.test${path}`);
        expect(path).toMatch(locale === 'fr' ? /^\/fr(?=$|[/?#])/ : /^\//);
        // Whoever looks at it again finds the same.
        expect(localPath(path)).toBe(path);
        const pathname = path.replace(/[?#].*$/s, '');
        for (let reading = pathname, more = true; more;) {
          expect(reading).not.toMatch(/^[^/]|\/\/|[\\\p{Cc}]|\/\.{1,2}(\/|$)/u);
          const next = decode(reading);
          more = next !== reading;
          reading = next;
        }
      }),
      { numRuns: 5000 },
    );
  });
});

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
