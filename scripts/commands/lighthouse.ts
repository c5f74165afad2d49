// Measures the pages that people see first with Lighthouse, as on a phone with a slow network, in both
// languages: a production build with the demo in it. Fails where a score is under 95. Reports are kept in
// test-results/lighthouse.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { findBrowser } from '../browser/find-browser';
import {
  BROWSER_ARGUMENTS,
  ensureBuild,
  seedProduct,
  untilServed,
} from '../browser/seeded-product';
import { startTestDatabases } from '../database/test-database';
import { freePort } from '../shared/free-port';
import { NEXT, sentence, spawnNode } from '../shared/run';

const FOLDER = 'test-results/lighthouse';
const leastScore = 95;
/** A busy machine makes a page look slow: what misses is measured twice more, and the median counts. */
const moreTurns = 2;

const everywhere = ['performance', 'accessibility', 'best-practices'];
const PAGES = [
  { name: 'home', path: '/', isIndexed: true },
  { name: 'list', path: '/mentors', isIndexed: true },
  { name: 'mentor', path: '/mentors/awa-diop', isIndexed: true },
  { name: 'sign-in', path: '/sign-in', isIndexed: false },
  { name: 'booking', path: '/mentors/awa-diop/book', isIndexed: false },
];
const LANGUAGES = [
  { locale: 'en', prefix: '' },
  { locale: 'fr', prefix: '/fr' },
];

try {
  await measureAll();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function measureAll(): Promise<void> {
  const executablePath = findBrowser();
  await ensureBuild();
  const databases = await startTestDatabases();
  try {
    const settings = await seedProduct(databases, 'lighthouse');
    const server = spawnNode([NEXT, 'start'], settings);
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath,
      args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${String(port)}`],
    });
    try {
      await untilServed(settings.APP_URL);
      mkdirSync(FOLDER, { recursive: true });
      await measurePages(settings.APP_URL, port);
    } finally {
      await browser.close();
      server.kill();
    }
  } finally {
    await databases.stop();
  }
}

async function measurePages(appUrl: string, port: number): Promise<void> {
  for (const { locale, prefix } of LANGUAGES) {
    for (const { name, path, isIndexed } of PAGES) {
      const categories = isIndexed ? [...everywhere, 'seo'] : everywhere;
      const url = new URL(path === '/' ? prefix || '/' : prefix + path, appUrl).href;
      // The first visit after a start compiles and fills caches, which no visitor sees.
      await fetch(url);
      const turns = [await measure(url, { port, categories })];
      if (Object.values(scoresOf(turns)).some((score) => score < leastScore)) {
        for (let more = 0; more < moreTurns; more += 1) {
          turns.push(await measure(url, { port, categories }));
        }
      }
      const scores = scoresOf(turns);
      const misses = Object.entries(scores).filter(([, score]) => score < leastScore);
      if (misses.length > 0) process.exitCode = 1;
      writeFileSync(`${FOLDER}/${name}-${locale}.json`, JSON.stringify(turns.at(-1)));
      const written = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
      console.log(
        `${misses.length > 0 ? 'MISSED' : 'ok    '} ${name} ${locale}: ${written.join(', ')}`,
      );
      for (const [category] of misses) console.log(failedAudits(turns.at(-1), category));
    }
  }
}

async function measure(
  url: string,
  { port, categories }: { port: number; categories: string[] },
): Promise<Result> {
  const measured = await lighthouse(url, {
    port,
    onlyCategories: categories,
    formFactor: 'mobile',
    logLevel: 'error',
  });
  if (!measured) throw new Error(`Lighthouse gave no result for ${url}`);
  return measured.lhr;
}

/** The median of each category, in whole points. */
function scoresOf(turns: Result[]): Record<string, number> {
  const [first] = turns;
  return Object.fromEntries(
    Object.keys(first?.categories ?? {}).map((category) => {
      const sorted = turns
        .map((turn) => Math.round((turn.categories[category]?.score ?? 0) * 100))
        .toSorted((a, b) => a - b);
      return [category, sorted[Math.floor(sorted.length / 2)] ?? 0];
    }),
  );
}

/** What took points from a category, a line each. */
function failedAudits(result: Result | undefined, category: string): string {
  const counted = result?.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return counted
    .map(({ id }) => result?.audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.95)
    .map((audit) => `  ${audit?.id ?? ''}: ${audit?.displayValue ?? audit?.title ?? ''}`)
    .join('\n');
}
