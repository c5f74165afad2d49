import { expect, it } from 'vitest';
import { suggestSkills } from './suggest-skills';

const skills = [
  {
    nameEn: 'Scholarships',
    nameFr: 'Bourses d’études',
    synonymsEn: 'student funding',
    synonymsFr: 'financer ses études',
  },
  { nameEn: 'Investing', nameFr: 'Investissement', synonymsEn: 'stocks', synonymsFr: 'la bourse' },
  { nameEn: 'C++', nameFr: 'C++', synonymsEn: 'cpp', synonymsFr: '' },
];

it.each([
  ['bourse', 'fr', ['Bourses d’études', 'Investissement']],
  ['bourse', 'en', ['Investing', 'Scholarships']],
  ['etud', 'fr', ['Bourses d’études']],
  ['ÉTUDES financ', 'en', ['Scholarships']],
  ['c+', 'en', ['C++']],
  ['olarship', 'en', []],
  ['  ', 'en', []],
])('offers for "%s" in %s', (typed, locale, offered) => {
  expect(suggestSkills(skills, { typed, chosen: [], locale })).toEqual(offered);
});

it('does not offer again what is chosen', () => {
  const asked = { typed: 'bourse', chosen: ['Investing'], locale: 'en' };
  expect(suggestSkills(skills, asked)).toEqual(['Scholarships']);
});
