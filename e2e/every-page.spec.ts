import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { localizedPath, type Locale } from '@/i18n/routing';
import { slotText } from '@/components/booking/booking-address';
import { expect, test } from './fixtures';
import { bookFor, holdFor, hourAhead, makeMentee, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

/** What an addressee of every page needs to exist. */
interface Stage {
  mentor: Awaited<ReturnType<typeof publishMentor>>;
  mentee: Awaited<ReturnType<typeof makeMentee>>;
  paths: { booking: string; hold: string; details: string };
}

interface Screen {
  name: string;
  path: (stage: Stage) => string;
  isSignedIn?: true;
  /** What to do on the page before looking at it; it is shown in the language given. */
  prepare?: (page: Page, locale: Locale) => Promise<unknown>;
  /** A phone shows other controls, so each theme is looked at on both. */
  differsOnPhones?: true;
}

const screens: Screen[] = [
  { name: 'home', path: () => '/', differsOnPhones: true },
  { name: 'list', path: () => '/mentors', differsOnPhones: true },
  { name: 'list without results', path: () => '/mentors?q=xqzzywv&language=fr' },
  {
    name: 'list with an open filter',
    path: () => '/mentors?language=fr',
    prepare: (page) => page.getByRole('search').locator('summary').first().click(),
  },
  { name: 'mentor', path: ({ mentor }) => mentor.path, differsOnPhones: true },
  { name: 'booking: times', path: ({ mentor }) => `${mentor.path}/book` },
  { name: 'booking: details', path: ({ paths }) => paths.details },
  {
    name: 'booking: what is missing',
    path: ({ paths }) => paths.details,
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
      await expect(page.getByRole('textbox', { name: t('booking.name') })).toBeFocused();
    },
  },
  {
    name: 'booking: done, in the dialog',
    path: ({ mentor }) => mentor.path,
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await expect(page.getByText(t('booking.calendarKeys'))).toBeAttached();
      await page
        .getByRole('link', { name: /^\d\d:\d\d$/ })
        .first()
        .click();
      await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: t('booking.name') }).fill('Fatou Sow');
      await dialog.getByRole('textbox', { name: t('booking.email') }).fill(ownAddress());
      await dialog.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
      await expect(
        dialog.getByRole('heading', { name: t('booking.done.held.title') }),
      ).toBeVisible();
    },
  },
  { name: 'hold', path: ({ paths }) => paths.hold },
  { name: 'hold that is unknown', path: () => `/holds/${'a'.repeat(43)}` },
  { name: 'my bookings', path: () => '/bookings', isSignedIn: true, differsOnPhones: true },
  { name: 'my bookings, none past', path: () => '/bookings?when=past', isSignedIn: true },
  { name: 'booking', path: ({ paths }) => paths.booking, isSignedIn: true },
  { name: 'cancelling', path: ({ paths }) => `${paths.booking}/cancel`, isSignedIn: true },
  { name: 'moving', path: ({ paths }) => `${paths.booking}/move`, isSignedIn: true },
  { name: 'notifications', path: () => '/notifications', isSignedIn: true },
  { name: 'sign-in', path: () => '/sign-in' },
  {
    name: 'check your mail',
    path: () => '/sign-in',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('textbox', { name: t('signIn.email') }).fill(ownAddress());
      await page.getByRole('button', { name: t('signIn.send') }).click();
      await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
    },
  },
  { name: 'sign-in link that is unknown', path: () => `/sign-in/${'a'.repeat(43)}` },
  { name: 'welcome', path: () => '/welcome', isSignedIn: true },
  { name: 'mailbox', path: () => '/dev/mailbox' },
  {
    name: 'mail',
    path: () => '/dev/mailbox',
    prepare: async (page) => {
      await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
      await expect(page.locator('iframe')).toBeVisible();
    },
  },
  { name: 'not found', path: () => '/nowhere' },
];

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const narrowest = 320;

test.describe.configure({ mode: 'default' });
// Colours are looked at when they have settled; nothing moves under this setting.
test.use({
  contextOptions: { reducedMotion: 'reduce' },
  expectedErrors: /status of 404.*nowhere/,
});

let stage: Stage;

test.beforeAll(async () => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  const startsAt = hourAhead(6, 10);
  const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
  const hold = await holdFor(ownAddress(), mentor, hourAhead(5, 15));
  const query = `variant=${mentor.variantId}&slot=${slotText(startsAt.epochMilliseconds)}`;
  const paths = {
    booking: booking.path,
    hold: hold.path,
    details: `${mentor.path}/book?${query}`,
  };
  stage = { mentor, mentee, paths };
});

for (const [index, screen] of screens.entries()) {
  test(`${screen.name}: nothing that axe finds, in both themes, and room at 320 px`, async ({
    page,
    context,
    signIn,
  }) => {
    // Languages take turns, so that each is seen in both themes and on both kinds of screen.
    const [first, second] = index % 2 === 0 ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
    if (screen.isSignedIn) await signIn(context, stage.mentee);

    await page.setViewportSize(desk);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, context, screen, first);
    await expectNoViolations(page);
    if (screen.differsOnPhones) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectNoViolations(page);
    }

    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, context, screen, second);
    await expectNoViolations(page);
    if (screen.differsOnPhones) {
      await page.emulateMedia({ colorScheme: 'light' });
      await expectNoViolations(page);
    }

    await page.setViewportSize({ width: narrowest, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'the width of the page').toBeLessThanOrEqual(narrowest);
  });
}

async function open(page: Page, context: BrowserContext, screen: Screen, locale: Locale) {
  // The front page goes by what was read last.
  await context.addCookies([
    { name: 'NEXT_LOCALE', value: locale, url: process.env.APP_URL ?? '' },
  ]);
  await page.goto(localizedPath(screen.path(stage), locale));
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await screen.prepare?.(page, locale);
}

async function expectNoViolations(page: Page): Promise<void> {
  // Legacy mode looks at the page's own frame alone: a mail's may run no scripts, not axe's either.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}
