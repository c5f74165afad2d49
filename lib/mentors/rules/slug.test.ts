import { expect, it } from 'vitest';
import { freeSlug, slugOfName } from './slug';

it.each([
  ['Awa Diop', 'awa-diop'],
  ['  Zoë  N’Guessan-Kouamé ', 'zoe-nguessan-kouame'],
  ['Ọlá Àdé', 'ola-ade'],
  ['Kɔfi Ŋutsu', 'kofi-nutsu'],
  ['Œdipe Straße', 'oedipe-strasse'],
  ['محمد علي', 'mentor'],
  ['李 3', '3'],
  ['--', 'mentor'],
  ['x'.repeat(80), 'x'.repeat(60)],
])('makes of %s the address %s', (name, slug) => {
  expect(slugOfName(name)).toBe(slug);
  expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

it('takes the first number that is free', () => {
  expect(freeSlug('awa', new Set())).toBe('awa');
  expect(freeSlug('awa', new Set(['awa-2']))).toBe('awa');
  expect(freeSlug('awa', new Set(['awa']))).toBe('awa-2');
  expect(freeSlug('awa', new Set(['awa', 'awa-2', 'awa-4']))).toBe('awa-3');
});
