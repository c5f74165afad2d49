import { expect, it } from 'vitest';
import { drawable } from './share-picture';

it.each([
  ['Awa Diop', 'Awa Diop'],
  ['Adébáyọ̀ Ọlá', 'Adébáyọ̀ Ọlá'.normalize('NFC')],
  ['Awa 🌍 Diop', 'Awa Diop'],
  ['Data · C++ — l’été, 100 %', 'Data · C++ — l’été, 100 %'],
  ['አበበ Abebe', 'Abebe'],
  ['👩🏾‍💻', ''],
])('keeps of %s what can be drawn', (text, expected) => {
  expect(drawable(text)).toBe(expected);
});
