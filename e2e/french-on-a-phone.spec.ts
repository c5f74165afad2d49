import type { Page } from '@playwright/test';
import { dayLink, showDay, slotLink, type Reader } from './booking-steps';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import { hourAhead, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('fr');
const reader: Reader = { locale: 'fr', timeZone: 'Africa/Abidjan' };

test.use({
  locale: 'fr-FR',
  timezoneId: reader.timeZone,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
});

test('a visitor books in French on a phone', async ({ page }) => {
  const mentor = await publishMentor();
  const startsAt = hourAhead(5, 18);
  const email = ownAddress();

  // Whoever reads French is shown to the French pages.
  await page.goto('/');
  await expect(page).toHaveURL('/fr');
  await expectFrenchTypography(page);
  await page.goto(`/fr${mentor.path}`);
  await expectFrenchTypography(page);

  await showDay(page, startsAt, reader);
  await expect(dayLink(page, startsAt, reader)).toBeVisible();
  await slotLink(page, startsAt, reader).tap();
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).tap();
  await page.getByRole('textbox', { name: t('booking.name') }).fill('Aïssatou Bâ');
  await page.getByRole('textbox', { name: t('booking.email') }).fill(email);
  await expectFrenchTypography(page);
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).tap();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();
  await expectFrenchTypography(page);

  await openMail(page, { to: email, subject: t('email.hold.subject', { mentor: mentor.name }) });
  const path = await mailedPath(page, 'holds');
  expect(path).toMatch(/^\/fr\//);
  await page.goto(path);
  await expectFrenchTypography(page);
  await page.getByRole('button', { name: t('hold.confirm') }).tap();

  await expect(page).toHaveURL(/\/fr\/bookings\//);
  await expect(page.getByText(t('bookingPage.bookedTitle'))).toBeVisible();
  await expectFrenchTypography(page);
});

/** No double sign after an ordinary space, which could end a line before it; and curly apostrophes. */
async function expectFrenchTypography(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  const text = await page.getByRole('main').innerText();
  const slips = text.match(/\S* [:;!?»]|« \S*|\p{L}'\p{L}\S*/gu) ?? [];
  expect(slips, 'slips of French typography').toEqual([]);
}
