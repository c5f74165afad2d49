// Browser tests on a production build, with a database of their own. Arguments go to Playwright:
//   npm run test:e2e -- e2e/race.spec.ts --headed
import { findBrowser } from '../browser/find-browser';
import { howToRepeat } from '../shared/repeat';
import { PLAYWRIGHT, runNode, sentence } from '../shared/run';
import { ensureBuild, seedProduct } from '../browser/seeded-product';
import { startTestDatabases } from '../database/test-database';

// Playwright gets the terminal's Ctrl-C as well; we outlive it to drop its database.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const startedAt = new Date();
const args = process.argv.slice(2);
try {
  process.exitCode = await runBrowserTests();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

if (process.exitCode !== 0) console.log(howToRepeat(startedAt, ['run', 'test:e2e', '--', ...args]));

async function runBrowserTests(): Promise<number> {
  const browser = findBrowser();
  await ensureBuild();
  const databases = await startTestDatabases();
  try {
    const settings = await seedProduct(databases, 'e2e');
    return await runNode([PLAYWRIGHT, 'test', ...args], { ...settings, BAOBAB_CHROMIUM: browser });
  } finally {
    await databases.stop();
  }
}
