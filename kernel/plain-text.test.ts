import { expect, it } from 'vitest';
import { plainLine, plainText } from './plain-text';

it.each([
  [' one\r\ntwo\rthree\n ', 'one\ntwo\nthree'],
  ['a\0b\u001Bc\u0085d\te', 'abcd\te'],
  ['\u202Emoor\u202C', 'moor\u202C'],
  ['« Java\u00A0: bases »', '« Java\u00A0: bases »'],
])('text %j is kept as %j', (typed, kept) => {
  expect(plainText(typed)).toBe(kept);
});

it.each([
  [' Awa\r\nDiop\u2028 ', 'Awa Diop'],
  ['A\0w\u0007a', 'Awa'],
  ['\u202Eawa\u2066 Diop\u2069', 'awa Diop'],
  ['Awa \uD800', 'Awa'],
  // What a script itself needs stays.
  ['علي\u200Fا \u{1F469}\u200D\u{1F3EB}', 'علي\u200Fا \u{1F469}\u200D\u{1F3EB}'],
])('line %j is kept as %j', (typed, kept) => {
  expect(plainLine(typed)).toBe(kept);
});
