import config from './playwright.config';

/** `npm run looks`: a picture of every page, for people to leaf through; it passes or fails nothing. */
const looks: typeof config = {
  ...config,
  testMatch: 'looks.ts',
  retries: 0,
  timeout: 180_000,
  reporter: [['list']],
  globalTeardown: './e2e/looks-index.ts',
};

export default looks;
