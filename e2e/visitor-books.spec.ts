import { chooseSlot } from './booking-steps';
import { expect, test } from './fixtures';
import { blockedInMail, mailButton, mailedPath, openMail } from './mailbox';
import { hourAhead, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test.use({ expectedErrors: blockedInMail });

test('a visitor books from the home page through the mailbox to the confirmation', async ({
  page,
  request,
}) => {
  const mentor = await publishMentor();
  const startsAt = hourAhead(3, 10);
  const email = ownAddress();
  const header = page.getByRole('banner');

  await page.goto('/');
  await page.getByRole('searchbox').fill(mentor.name);
  await page.getByRole('button', { name: t('home.searchButton') }).click();
  await page.getByRole('link', { name: mentor.name, exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: mentor.name })).toBeVisible();
  await chooseSlot(page, startsAt, reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();

  await page.getByRole('textbox', { name: t('booking.name') }).fill('Fatou Sow');
  await page.getByRole('textbox', { name: t('booking.email') }).fill(email);
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('From sales to data');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();
  await expect(page.getByText(/BAO-\w+/)).toBeVisible();

  await openMail(page, { to: email, subject: t('email.hold.subject', { mentor: mentor.name }) });

  // Mail scanners open links too: nothing may come of it.
  const link = await mailedPath(page, 'holds');
  for (let visit = 0; visit < 2; visit += 1) expect((await request.get(link)).status()).toBe(200);

  await mailButton(page, t('email.hold.action')).click();
  await expect(page.getByText(t('hold.greeting', { name: 'Fatou Sow' }))).toBeVisible();
  await expect(header.getByRole('link', { name: t('nav.signIn') })).toBeVisible();
  await page.getByRole('button', { name: t('hold.confirm') }).click();

  await expect(page).toHaveURL(/\/bookings\/[\w-]+/);
  await expect(page.getByText(t('bookingPage.bookedTitle'))).toBeVisible();
  await expect(page.getByText(t('bookingStatus.confirmed'), { exact: true })).toBeVisible();
  await expect(page.getByText('From sales to data')).toBeVisible();
  await expect(header.getByLabel(t('userMenu.label', { name: 'Fatou Sow' }))).toBeVisible();

  await openMail(page, { to: mentor.email, subject: /^New session: .* with Fatou Sow/ });
  await openMail(page, { to: email, subject: new RegExp(`^Confirmed: .* with ${mentor.name}`) });
});

test('a form that lacks something says so where it is missing, and keeps the rest', async ({
  page,
}) => {
  const mentor = await publishMentor();
  await page.goto(mentor.path);
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
});
