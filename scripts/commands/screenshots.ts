// Takes the pictures of the README and of the pages of help from the running product: a production build
// with the demo in it, driven in a browser as people would. Writes docs/images/*.png and public/help.
import { mkdirSync, statSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../browser/find-browser';
import { NEXT, sentence, spawnNode } from '../shared/run';
import {
  BROWSER_ARGUMENTS,
  ensureBuild,
  seedProduct,
  untilServed,
} from '../browser/seeded-product';
import { chooseTime, takeHelpPictures } from '../browser/help-pictures';
import { startTestDatabases } from '../database/test-database';

const FOLDER = 'docs/images';
const MENTOR = '/mentors/awa-diop';
const WIDE = { width: 1280, height: 904 };
const PHONE = { width: 390, height: 844 };
const VISITOR = { name: 'Fatou Sow', email: 'fatou.sow@example.test' };

try {
  await takeScreenshots();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function takeScreenshots(): Promise<void> {
  const executablePath = findBrowser();
  await ensureBuild();
  const databases = await startTestDatabases();
  try {
    const settings = await seedProduct(databases, 'screenshots');
    const server = spawnNode([NEXT, 'start'], settings);
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
    try {
      await untilServed(settings.APP_URL);
      mkdirSync(FOLDER, { recursive: true });
      await takeDeskPictures(browser, settings.APP_URL);
      await takeBookingPictures(browser, settings.APP_URL);
      await takeHelpPictures(browser, settings.APP_URL);
    } finally {
      await browser.close();
      server.kill();
    }
  } finally {
    await databases.stop();
  }
}

async function takeDeskPictures(browser: Browser, baseURL: string): Promise<void> {
  const page = await openPage(browser, baseURL, WIDE);
  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'home');
  await page.goto('/mentors');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'mentors');
  await page.goto(MENTOR);
  await chooseTime(page, 'en');
  await shoot(page, 'mentor');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'mentor-dark');
}

/** Books as a visitor on a phone, confirms from the mailbox, and looks at the result on a wide screen. */
async function takeBookingPictures(browser: Browser, baseURL: string): Promise<void> {
  const page = await openPage(browser, baseURL, PHONE);
  await page.goto(MENTOR);
  await chooseTime(page, 'en');
  await shoot(page, 'phone-times');
  await page.getByRole('link', { name: /^Continue/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(VISITOR.name);
  await dialog.getByRole('textbox', { name: 'Your email address' }).fill(VISITOR.email);
  await shoot(page, 'phone-details');
  await dialog.getByRole('button', { name: /^Hold this time/ }).click();
  await dialog.getByText('BAO-').waitFor();

  await page.setViewportSize(WIDE);
  await page.goto(`/dev/mailbox?to=${VISITOR.email}`);
  await page.getByRole('listitem').getByRole('link', { name: VISITOR.email }).first().click();
  await page.locator('main li a[href*="/holds/"]').first().click();
  await page.getByRole('button', { name: 'Confirm my session' }).click();
  await page.waitForURL('**/bookings/**');
  await shoot(page, 'booking');
}

async function openPage(browser: Browser, baseURL: string, viewport: typeof WIDE): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'en-GB',
    timezoneId: 'Africa/Dakar',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = `${FOLDER}/${name}.png`;
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  console.log(`${path}  ${Math.round(statSync(path).size / 1024)} KB`);
}
