import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Workers inherit it. No sane default zone, and a quarter-hour offset: code that forgets to name
// a zone fails here and not first on somebody's phone.
process.env.TZ = 'Asia/Kathmandu';

/** Tests of pure code: no server is started for them, and a query in one of them fails. */
const PURE = [
  'lib/*/{rules,schema}{.test.ts,/**/*.test.ts}',
  'lib/mails/{development,mail-envelopes,mail-html,mail-times,render-mail}.test.ts',
  'lib/scheduling/**/*.test.ts',
  'kernel/**/*.test.ts',
  '{components,i18n,scripts}/**/*.test.ts',
];
const NEVER = ['**/node_modules/**', '.next/**', '.postgres/**', 'e2e/**'];

const configuration = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '') } },
  test: {
    // What a developer has in the environment must not leak into tests: no mail leaves from here.
    env: {
      TZ: 'Asia/Kathmandu',
      DATABASE_POOL_MAX: '20',
      // A race of fifty is to be decided, however busy the machine is.
      DATABASE_WAIT_SECONDS: '15',
      RESEND_API_KEY: '',
      SMTP_URL: '',
      WHEREBY_API_KEY: '',
      STRIPE_SECRET_KEY: '',
      STRIPE_WEBHOOK_SECRET: '',
      CRON_SECRET: '',
      LOG_LEVEL: 'silent',
      // What properties are tried with, in multiples of a usual run: npm run test:long.
      TEST_EFFORT: process.env.TEST_EFFORT ?? '1',
    },
    // It names a file of Next.js as only bundlers find it.
    server: { deps: { inline: ['next-auth'] } },
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          exclude: NEVER,
          env: { DATABASE_URL: 'postgres://no-database-in-pure-tests.invalid/none' },
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...PURE],
          globalSetup: ['./scripts/vitest/start-databases.ts'],
          setupFiles: ['./scripts/vitest/own-database.ts'],
        },
      },
    ],
  },
} satisfies ViteUserConfig;

export default defineConfig(({ mode }) => {
  // Read anew for each project, and then with a mode of its own.
  if (mode === 'long') process.env.TEST_EFFORT = '10';
  return configuration;
});
