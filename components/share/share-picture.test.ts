import { expect, it } from 'vitest';
import { drawable } from './share-picture';

it.each([
  ['Awa Diop', 'Awa Diop'],
  // A mark that has no letter of its own with it is not in the font.
  ['Adébáyọ̀ Ọlá', 'Adébáyọ Ọlá'.normalize('NFC')],
  ['Awa 🌍 Diop', 'Awa Diop'],
  ['Data · C++ — l’été, 100 %', 'Data · C++ — l’été, 100 %'],
  ['አበበ Abebe', 'Abebe'],
  ['👩🏾‍💻', ''],
])('keeps of %s what can be drawn', (text, expected) => {
  expect(drawable(text)).toBe(expected);
});
