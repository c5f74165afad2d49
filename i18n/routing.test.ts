import { expect, it } from 'vitest';
import { localizedPath, unlocalizedPath } from './routing';

it.each([
  ['/', '/fr'],
  ['/mentors', '/fr/mentors'],
  ['/mentors?q=fr', '/fr/mentors?q=fr'],
  ['/#how', '/fr#how'],
  ['/?lang=fr', '/fr?lang=fr'],
])('puts the language before %s', (path, french) => {
  expect(localizedPath(path, 'fr')).toBe(french);
  expect(localizedPath(path, 'en')).toBe(path);
});

it('takes it away again', () => {
  expect(unlocalizedPath('/fr/mentors')).toBe('/mentors');
  expect(unlocalizedPath('/fr')).toBe('/');
  expect(unlocalizedPath('/fr?lang=en')).toBe('/?lang=en');
  expect(unlocalizedPath('/fresh')).toBe('/fresh');
  expect(unlocalizedPath('/mentors')).toBe('/mentors');
});
