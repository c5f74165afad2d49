import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './scripts/browser/seeded-product';

const { APP_URL, BAOBAB_CHROMIUM } = process.env;
if (!APP_URL || !BAOBAB_CHROMIUM) {
  throw new Error('Run the browser tests with npm run test:e2e, which prepares what they need.');
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A second try tells a machine that was too busy from a product that is wrong; it is named in the report.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: APP_URL,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // What happened and what the page was like, where a test fails: to keep it of all costs a tenth of the
    // time, and pictures a third.
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: {
      executablePath: BAOBAB_CHROMIUM,
      args: BROWSER_ARGUMENTS,
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/commands/start.mjs`,
    url: APP_URL,
    timeout: 60_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
