/**
 * The test of specs that look at one page after the other. All of a file are opened in one tab, so that
 * scripts and styles are fetched and compiled once; what a page keeps in the browser is gone with it.
 */
import type { Page } from '@playwright/test';
import { test as base } from './fixtures';

export const test = base.extend<object, { tab: Page }>({
  tab: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
        // Colours are looked at when they have settled; nothing moves under this setting.
        reducedMotion: 'reduce',
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],

  context: async ({ tab }, use) => {
    await use(tab.context());
  },

  page: async ({ tab, complaints }, use) => {
    const stop = complaints.listenTo(tab.context());
    await use(tab);
    stop();
    await forget(tab);
  },
});

async function forget(tab: Page): Promise<void> {
  // What was written into a page by hand has no address to keep anything under.
  if (tab.url().startsWith('http')) {
    await tab.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }
  await tab.goto('about:blank');
  await tab.emulateMedia({ colorScheme: null });
  await tab.context().clearCookies();
}
