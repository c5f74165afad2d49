// The pictures of the pages of help: what each of them is about, in both languages.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import {
  type HelpPicture,
  pictureFile,
  pictureSides,
  pictureWidths,
} from '@/components/help/topics';
import { textsIn } from '@/e2e/texts';
import { localizedPath, routing, type Locale } from '@/i18n/routing';

const people = {
  mentee: 'amina@demo.baobab.test',
  mentor: 'awa@demo.baobab.test',
  admin: 'admin@demo.baobab.test',
};
const mentorPath = '/mentors/awa-diop';
/** Answers requests by hand, and asks what an idea is about. */
const asked = {
  path: '/mentors/kwame-owusu',
  email: 'kwame@demo.baobab.test',
  question: 'Your idea in one sentence',
};

/** Takes all of them, into `public`. */
export async function takeHelpPictures(browser: Browser, baseURL: string): Promise<void> {
  for (const locale of routing.locales) {
    const camera = new Camera(browser, { baseURL, locale });
    await camera.visitor();
    await camera.mentee();
    await camera.mentor();
    await camera.request();
    await camera.admin();
  }
}

class Camera {
  readonly #browser: Browser;
  readonly #baseURL: string;
  readonly #locale: Locale;

  constructor(browser: Browser, { baseURL, locale }: { baseURL: string; locale: Locale }) {
    this.#browser = browser;
    this.#baseURL = baseURL;
    this.#locale = locale;
  }

  get #t() {
    return textsIn(this.#locale);
  }

  /** A time on a mentor’s page, and the page behind the mailed link. */
  async visitor(): Promise<void> {
    const page = await this.#open();
    await this.#go(page, mentorPath);
    await chooseTime(page, this.#locale);
    await this.#shoot(page.locator('#times'), 'times');
    await this.#hold(page);
    await this.#shoot(page.getByRole('heading', { level: 1 }), 'confirm');
    await page.context().close();
  }

  /** A session of their own, and what they have. */
  async mentee(): Promise<void> {
    const page = await this.#signIn(people.mentee);
    await this.#go(page, '/bookings');
    await page.getByRole('main').locator('a[href*="/bookings/"]').first().click();
    await page.waitForURL(/\/bookings\/[\da-f-]{36}/);
    await this.#shoot(page.getByRole('heading', { level: 1 }), 'session');
    await this.#go(page, '/credits');
    await this.#shoot(page.getByRole('heading', { level: 1 }), 'credits');
    await page.context().close();
  }

  async mentor(): Promise<void> {
    const page = await this.#signIn(people.mentor);
    await this.#go(page, '/mentor/calendar');
    await this.#shoot(page.getByRole('heading', { level: 1 }), 'calendar');
    await this.#go(page, '/mentor/availability');
    await this.#shoot(page.locator('#weekly'), 'availability');
    await page.context().close();
  }

  /** A request, which a visitor makes and its mentor is to answer. */
  async request(): Promise<void> {
    const visitor = await this.#open();
    await this.#go(visitor, asked.path);
    await chooseTime(visitor, this.#locale);
    await this.#hold(visitor, { [asked.question]: 'Shared cold rooms for tomato traders' });
    await visitor.getByRole('button', { name: this.#t('hold.confirmRequest') }).click();
    await visitor.waitForURL(/\/bookings\//);
    await visitor.context().close();
    const page = await this.#signIn(asked.email);
    await this.#go(page, '/mentor/requests');
    await this.#shoot(page.getByRole('heading', { level: 1 }), 'requests');
    await page.context().close();
  }

  async admin(): Promise<void> {
    const page = await this.#signIn(people.admin);
    await this.#go(page, '/o/public/admin/credits');
    await this.#shoot(page.getByRole('heading', { name: this.#t('grants.oneTitle') }), 'giving');
    await this.#go(page, '/o/public/admin/mails');
    await this.#shoot(
      page.getByRole('main').getByRole('listitem').filter({ hasText: '@' }),
      'mails',
    );
    await page.context().close();
  }

  async #open(): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.#baseURL,
      viewport: { ...pictureSides },
      deviceScaleFactor: 2,
      locale: this.#locale === 'fr' ? 'fr-FR' : 'en-GB',
      timezoneId: 'Africa/Dakar',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    return context.newPage();
  }

  async #go(page: Page, path: string): Promise<void> {
    await page.goto(localizedPath(path, this.#locale));
  }

  async #signIn(email: string): Promise<Page> {
    const page = await this.#open();
    await this.#go(page, '/sign-in');
    await page.getByRole('textbox', { name: this.#t('signIn.email') }).fill(email);
    await page.getByRole('button', { name: this.#t('signIn.send') }).click();
    await page.getByText(this.#t('signIn.sentTitle')).waitFor();
    await followMail(page, { to: email, link: '/sign-in/', locale: this.#locale });
    await page.getByRole('main').getByRole('button').first().click();
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    return page;
  }

  /** Holds the chosen time as a visitor, and goes on to the page behind the mailed link. */
  async #hold(page: Page, answers: Record<string, string> = {}): Promise<void> {
    await continueLink(page, this.#locale).click();
    const dialog = page.getByRole('dialog');
    // One address may hold two times at once.
    const email = `fatou.sow.${Date.now()}@example.test`;
    await dialog.getByRole('textbox', { name: this.#t('booking.name') }).fill('Fatou Sow');
    await dialog.getByRole('textbox', { name: this.#t('booking.email') }).fill(email);
    for (const [question, answer] of Object.entries(answers)) {
      await dialog.getByRole('textbox', { name: question }).fill(answer);
    }
    await dialog.locator('button[type=submit]').last().click();
    await dialog.getByText('BAO-').first().waitFor();
    await followMail(page, { to: email, link: '/holds/', locale: this.#locale });
  }

  /** What is below the upper edge of something, in the files that the page offers. */
  async #shoot(below: Locator, name: HelpPicture): Promise<void> {
    await below.first().waitFor();
    const page = below.page();
    await page.evaluate(() => document.fonts.ready);
    const top = await below
      .first()
      .evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
    const picture = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: Math.max(0, top - 16), ...pictureSides },
      animations: 'disabled',
      caret: 'hide',
    });
    for (const width of pictureWidths) {
      const path = `public${pictureFile(name, this.#locale, width)}`;
      mkdirSync(dirname(path), { recursive: true });
      const { size } = await sharp(picture).resize({ width }).webp({ quality: 70 }).toFile(path);
      console.log(`${path}  ${Math.round(size / 1024)} KB`);
    }
  }
}

/** The third free time of the first free day: nobody's alarm clock is set for the first. */
export async function chooseTime(page: Page, locale: Locale): Promise<void> {
  const t = textsIn(locale);
  await page.getByText(t('booking.calendarKeys')).waitFor({ state: 'attached' });
  const times = page.getByRole('link', { name: /^\d\d:\d\d$/ });
  await times.nth(Math.min(2, (await times.count()) - 1)).click();
  await continueLink(page, locale).waitFor();
}

/** Opens a link of the latest mail to an address. Mails leave after the page has answered. */
export async function followMail(
  page: Page,
  { to, link, locale }: { to: string; link: string; locale: Locale },
): Promise<void> {
  const mail = page.getByRole('listitem').getByRole('link', { name: to }).first();
  for (let tries = 0; tries < 20 && !(await mail.isVisible()); tries += 1) {
    await page.waitForTimeout(500);
    await page.goto(localizedPath(`/dev/mailbox?to=${to}`, locale));
  }
  await mail.click();
  await page.locator(`main li a[href*="${link}"]`).first().click();
  await page.waitForURL((url) => url.pathname.includes(link));
}

export function continueLink(page: Page, locale: Locale): Locator {
  const [word = ''] = textsIn(locale)('booking.continue', { price: 0 }).split(/[^\p{L}]/u);
  return page.getByRole('link', { name: new RegExp(`^${word}`) });
}
