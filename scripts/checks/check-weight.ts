// What a browser loads with the pages that people see first, in the production build of .next: fails
// where one is over its budget, or where zod has got into a chunk.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** KB of script, gzip, that Next.js 16.4.6 loads with a page that has none of its own. */
const emptyPage = 132.6;

/** KB of script, gzip, over the empty page. */
const budgets: Record<string, number> = {
  '/[locale]': 18,
  '/[locale]/mentors': 23,
  '/[locale]/mentors/[slug]': 46,
  '/[locale]/sign-in': 20.5,
};

const routeStats = z.array(
  z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }),
);
const chunks = '.next/static/chunks';
const problems: string[] = [];

const stats = routeStats.parse(
  JSON.parse(readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8')),
);
for (const [route, budget] of Object.entries(budgets)) {
  const page = stats.find((one) => one.route === route);
  if (!page) {
    problems.push(`${route}: the build knows no such page`);
    continue;
  }
  const weighed = page.firstLoadChunkPaths.map((path) => ({ path, weight: weightOf(path) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0) - emptyPage;
  console.log(`${route}  ${total.toFixed(1)} KB of ${String(budget)} over an empty page`);
  if (total <= budget) continue;
  problems.push(
    `${route}: ${total.toFixed(1)} KB, over its budget of ${String(budget)}. Its chunks, but for Next's own:`,
    ...weighed
      .filter(({ path }) => !isOfEveryPage(path))
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ path, weight }) => `  ${weight.toFixed(1)} KB  ${basename(path)}: ${hintsOf(path)}`),
  );
}

for (const name of readdirSync(chunks)) {
  if (!name.endsWith('.js')) continue;
  if (readFileSync(join(chunks, name), 'utf8').includes('ZodError')) {
    problems.push(
      `${name} has zod in it: code of the browser imports a schema. Plain values belong in constants.`,
    );
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function weightOf(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length / 1024;
}

/** Next's and React's own chunks, which the empty page has too. */
function isOfEveryPage(path: string): boolean {
  const { rootMainFiles } = z
    .object({ rootMainFiles: z.array(z.string()) })
    .parse(JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')));
  return rootMainFiles.some((file) => path.endsWith(file));
}

/** The longest few texts of a chunk, by which its sources are found. */
function hintsOf(path: string): string {
  const texts = readFileSync(path, 'utf8').match(/"[A-Za-z][\w /:.-]{11,60}"/g) ?? [];
  return [...new Set(texts)]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 4)
    .join(', ');
}
