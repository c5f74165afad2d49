import { expect, it } from 'vitest';
import { mentorInAddress, mentorPath } from './mentors';

it.each([
  [{ organization: 'public', slug: 'awa-diop' }, '/mentors/awa-diop'],
  [
    { organization: 'lycee-sainte-marie', slug: 'awa-diop' },
    '/o/lycee-sainte-marie/mentors/awa-diop',
  ],
])('puts the mentor %o at %s', (handle, path) => {
  expect(mentorPath(handle)).toBe(path);
});

it('gives the mentors of the public organization one address, and others theirs', () => {
  const slug = 'awa-diop';
  expect(mentorInAddress({ slug })).toEqual({ organization: 'public', slug });
  expect(mentorInAddress({ organization: 'school', slug })).toEqual({
    organization: 'school',
    slug,
  });
  expect(mentorInAddress({ organization: 'public', slug }).organization).not.toBe('public');
});
