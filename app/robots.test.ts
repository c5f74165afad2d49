import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { personalPaths } from './personal-paths';

/** Pages for everybody, and those of the steps of a booking, which robots.txt names by their ends. */
const forEverybody = /^\/\(public\)\/|^\/o\/\[organization\](\/mentors\/.*)?\/page\.tsx$/;

it('names every page that is not for everybody', () => {
  const files = readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' });
  const pages = files.filter((path) => path.endsWith('page.tsx')).map((path) => `/${path}`);
  expect(pages.length).toBeGreaterThan(50);
  const forbidden = personalPaths.map(
    (path) =>
      new RegExp(`^${path.replaceAll(/[.[\]()+?]/g, String.raw`\$&`).replaceAll('*', '.*')}`),
  );
  const open = pages
    .filter((page) => !forEverybody.test(page))
    .map((page) => page.replace('/(account)', '').replace(/\/page\.tsx$/, ''))
    .filter((path) => !forbidden.some((rule) => rule.test(path)));
  expect(open).toEqual([]);
});
