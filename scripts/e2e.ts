// Browser tests on a production build, with a database of their own. Arguments go to Playwright:
//   npm run test:e2e -- e2e/booking.spec.ts --headed
import { randomBytes } from 'node:crypto';
import { findBrowser } from './find-browser';
import { freePort } from './free-port';
import { isBuildFresh } from './production-build';
import { NEXT, PLAYWRIGHT, runNode, sentence, TYPESCRIPT } from './run';
import { startTestDatabases } from './test-database';

// Playwright gets the terminal's Ctrl-C as well; we outlive it to drop its database.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

try {
  process.exitCode = await runBrowserTests(process.argv.slice(2));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function runBrowserTests(args: string[]): Promise<number> {
  const browser = findBrowser();
  if (!isBuildFresh()) {
    const built = await runNode([NEXT, 'build']);
    if (built !== 0) throw new Error('The production build failed (reason above).');
  }
  const databases = await startTestDatabases();
  try {
    const port = await freePort();
    const settings = serverSettings(await databases.clone('e2e'), port);
    const seeded = await runNode([...TYPESCRIPT, 'scripts/seed.ts'], settings);
    if (seeded !== 0) throw new Error('The demo data could not be written (reason above).');
    return await runNode([PLAYWRIGHT, 'test', ...args], {
      ...settings,
      BAOBAB_CHROMIUM: browser,
    });
  } finally {
    await databases.stop();
  }
}

/**
 * Everything the server reads, so that neither the shell nor `.env` decides what is tested. An
 * empty variable counts as not set, and Next.js does not fill it from a file.
 */
function serverSettings(databaseUrl: string, port: number): NodeJS.Dict<string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: '10',
    DATABASE_TRANSACTION_POOLER: '',
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    AUTH_GOOGLE_ID: '',
    AUTH_GOOGLE_SECRET: '',
    RESEND_API_KEY: '',
    MAILBOX_ALLOWED: 'true',
    LOG_LEVEL: 'warn',
  };
}
