// Takes the pictures of the README and of the pages of help from the running product: a production build
// with the demo in it, driven in a browser as people would. Writes docs/images/*.png and public/help.
import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { textsIn } from '@/e2e/texts';
import { localizedPath, type Locale } from '@/i18n/routing';
import { findBrowser } from '../browser/find-browser';
import { NEXT, sentence, spawnNode } from '../shared/run';
import {
  BROWSER_ARGUMENTS,
  ensureBuild,
  seedProduct,
  untilServed,
} from '../browser/seeded-product';
import { chooseTime, continueLink, followMail, takeHelpPictures } from '../browser/help-pictures';
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
  const page = await openPage(browser, { baseURL, viewport: WIDE, locale: 'en' });
  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'home');
  await page.goto('/mentors');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'mentors');
  await page.goto(MENTOR);
  await chooseTime(page, 'en');
  await shoot(page, 'mentor');
  await page.context().close();
  const french = await openPage(browser, { baseURL, viewport: WIDE, locale: 'fr' });
  await french.emulateMedia({ colorScheme: 'dark' });
  await french.goto(localizedPath(MENTOR, 'fr'));
  await chooseTime(french, 'fr');
  await shoot(french, 'mentor-dark');
  await french.context().close();
}

/** Books as a visitor on a phone, and looks at the session on a wide screen. */
async function takeBookingPictures(browser: Browser, baseURL: string): Promise<void> {
  const page = await openPage(browser, { baseURL, viewport: PHONE, locale: 'en' });
  await page.goto(MENTOR);
  await chooseTime(page, 'en');
  await shoot(page, 'phone-times');
  await fillIn(page, 'en');
  const t = textsIn('en');
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').last().click();
  await dialog.getByText('BAO-').first().waitFor();
  await page.setViewportSize(WIDE);
  await followMail(page, { to: VISITOR.email, link: '/holds/', locale: 'en' });
  await page.getByRole('button', { name: t('hold.confirm') }).click();
  await page.waitForURL('**/bookings/**');
  await shoot(page, 'booking');
  await page.context().close();
  const french = await openPage(browser, { baseURL, viewport: PHONE, locale: 'fr' });
  await french.goto(localizedPath(MENTOR, 'fr'));
  await chooseTime(french, 'fr');
  await fillIn(french, 'fr');
  await shoot(french, 'phone-details');
  await french.context().close();
}

async function fillIn(page: Page, locale: Locale): Promise<void> {
  const t = textsIn(locale);
  await continueLink(page, locale).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('booking.name') }).fill(VISITOR.name);
  await dialog.getByRole('textbox', { name: t('booking.email') }).fill(VISITOR.email);
}

async function openPage(
  browser: Browser,
  { baseURL, viewport, locale }: { baseURL: string; viewport: typeof WIDE; locale: Locale },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
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
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  // Drawings and letters need few colours, and a third of the bytes with them.
  const { size } = await sharp(picture)
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(path);
  console.log(`${path}  ${Math.round(size / 1024)} KB`);
}
