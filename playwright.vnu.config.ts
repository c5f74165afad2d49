import config from './playwright.config';

/** The first half of `npm run vnu`: keeps the HTML of every page. */
const vnu: typeof config = {
  ...config,
  testMatch: 'page-sources.ts',
  retries: 0,
  reporter: [['line']],
};

export default vnu;
