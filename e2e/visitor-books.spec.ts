import { Temporal } from 'temporal-polyfill';
import { mintToken } from '@/lib/auth/tokens';
import { chooseSlot, untilInteractive } from './booking-steps';
import { expect, test } from './fixtures';
import { blockedInMail, mailedPath, openMail } from './mailbox';
import { hourAhead, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test.use({ expectedErrors: blockedInMail });

test('a form that lacks something says so where it is missing, and keeps the rest, by link too', async ({
  page,
}) => {
  const { token: link } = mintToken();
  const linkSince = Temporal.Now.instant();
  const mentor = await publishMentor({ service: { linkToken: link, linkSince } });
  await page.goto(mentor.path);
  await expect(page.getByText(t('mentorPage.offersNothing', { name: mentor.name }))).toBeVisible();
  await page.goto(`${mentor.path}?link=${link}`);
  await untilInteractive(page, reader);
  await chooseSlot(page, hourAhead(2, 9), reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();

  const name = page.getByRole('textbox', { name: t('booking.name') });
  const email = page.getByRole('textbox', { name: t('booking.email') });
  await name.fill('Fatou Sow');
  await email.fill('fatou at example');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();

  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(new RegExp(t('booking.emailWrong')));
  await expect(name).toHaveValue('Fatou Sow');

  await page.reload();
  expect(new URL(page.url()).searchParams.get('link')).toBe(link);
  await email.fill(ownAddress());
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByRole('timer')).toBeVisible();
});

test('Back closes the steps, Forward and reloading find what was typed, and a hold tells what becomes of it', async ({
  page,
  openBrowser,
}) => {
  const mentor = await publishMentor();
  const email = ownAddress();
  await page.goto(mentor.path);
  await untilInteractive(page, reader);
  await chooseSlot(page, hourAhead(2, 9), reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: t('booking.name') });
  await name.fill('Fatou Sow');
  await page.goBack();
  await expect(dialog).toBeHidden();
  await page.goForward();
  await expect(name).toHaveValue('Fatou Sow');
  await page.reload();
  await expect(name).toHaveValue('Fatou Sow');

  await dialog.getByRole('textbox', { name: t('booking.email') }).fill(`wrong-${email}`);
  await dialog.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(dialog.getByText(`wrong-${email}`)).toBeVisible();
  await expect(dialog.getByRole('timer')).toBeVisible();
  await dialog.getByText(t('booking.holdMail.again')).click();
  await dialog.getByRole('textbox', { name: t('booking.email') }).fill(email);
  await dialog.getByRole('button', { name: t('booking.holdMail.send') }).click();
  await expect(dialog.getByText(t('booking.holdMail.sent'))).toBeVisible();

  const elsewhere = await (await openBrowser()).newPage();
  await openMail(elsewhere, { to: email, subject: new RegExp(mentor.name) });
  await elsewhere.goto(await mailedPath(elsewhere, 'holds'));
  await elsewhere.getByRole('button', { name: t('hold.confirm') }).click();
  await expect(elsewhere).toHaveURL(/\/bookings\/[\w-]+/);
  await expect(dialog.getByText(t('booking.holdMail.confirmed'))).toBeVisible();
});
