import { expect, it } from 'vitest';
import { firstSteps, missingToPublish } from './publishing';

const complete = {
  name: 'Awa Diop',
  headline: 'Data engineer',
  bio: 'I mentor.',
  hasService: true,
  hasAvailability: true,
};

it('misses nothing of a profile that is complete', () => {
  expect(missingToPublish(complete)).toEqual([]);
});

it.each([
  ['name', { name: null }],
  ['name', { name: ' ' }],
  ['headline', { headline: '' }],
  ['bio', { bio: '\n' }],
  ['service', { hasService: false }],
  ['availability', { hasAvailability: false }],
] as const)('misses the %s of %o', (step, without) => {
  expect(missingToPublish({ ...complete, ...without })).toEqual([step]);
});

it('names all that is missing, in the order in which it is done', () => {
  expect(
    missingToPublish({
      name: null,
      headline: '',
      bio: '',
      hasService: false,
      hasAvailability: false,
    }),
  ).toEqual(['name', 'headline', 'bio', 'service', 'availability']);
});

it('says in which of the three places it is done', () => {
  const facts = { ...complete, bio: '', name: null, hasAvailability: false };
  expect(firstSteps(facts)).toEqual([
    { place: 'profile', missing: ['name', 'bio'] },
    { place: 'service', missing: [] },
    { place: 'availability', missing: ['availability'] },
  ]);
});
