import { expect, it } from 'vitest';
import { matchesEntityTag } from './entity-tag';

it.each([
  [null, false],
  ['', false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" ,"c"', true],
  ['"b","c"', false],
  ['*', true],
  ['a', false],
  ['"A"', false],
  ['"x,"a""', false],
])('If-None-Match: %s', (header, expected) => {
  expect(matchesEntityTag(header, '"a"')).toBe(expected);
});
