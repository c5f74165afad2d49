import { expect, test } from './fixtures';
import { blockedInMail, mailButton, mailedPath, openMail } from './mailbox';
import { makeMentee, ownAddress } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ expectedErrors: blockedInMail });

test('a new user signs in by a link that opening does not spend, and signs out', async ({
  page,
  request,
}) => {
  const email = ownAddress();
  // A page of their own sends them to sign in first, and gets them back.
  await page.goto('/bookings?when=past');
  await expect(page.getByRole('heading', { level: 1, name: t('signIn.title') })).toBeVisible();
  await page.getByRole('textbox', { name: t('signIn.email') }).fill(email);
  await page.getByRole('button', { name: t('signIn.send') }).click();
  await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();

  await openMail(page, { to: email, subject: t('email.signIn.subject') });
  const link = await mailedPath(page, 'sign-in');
  for (let visit = 0; visit < 2; visit += 1) expect((await request.get(link)).status()).toBe(200);
  await mailButton(page, t('email.signIn.action')).click();
  await expect(page.getByText(t('signIn.linkDescription', { email }))).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: t('signIn.signIn') })
    .click();

  await page.getByRole('textbox', { name: t('welcome.name') }).fill('Ousmane Kane');
  await page.getByRole('button', { name: t('welcome.save') }).click();
  await expect(page).toHaveURL('/bookings?when=past');
  await expect(page.getByText(t('bookings.emptyPastTitle'))).toBeVisible();

  await page.getByLabel(t('userMenu.label', { name: 'Ousmane Kane', initials: 'OK' })).click();
  await page.getByRole('button', { name: t('userMenu.signOut') }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: t('nav.signIn') })).toBeVisible();
  await page.goto('/bookings');
  await expect(page.getByRole('heading', { level: 1, name: t('signIn.title') })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText(t('signIn.refusal.used'))).toBeVisible();
});

test('whoever has a name goes straight on, and a made-up link is told from a spent one', async ({
  page,
}) => {
  const mentee = await makeMentee();
  await page.goto('/sign-in?next=%2Fmentors%3Flanguage%3Dfr');
  await page.getByRole('textbox', { name: t('signIn.email') }).fill(mentee.email.toUpperCase());
  await page.getByRole('button', { name: t('signIn.send') }).click();
  await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
  await openMail(page, { to: mentee.email, subject: t('email.signIn.subject') });
  await page.goto(await mailedPath(page, 'sign-in'));
  await page
    .getByRole('main')
    .getByRole('button', { name: t('signIn.signIn') })
    .click();
  await expect(page).toHaveURL('/mentors?language=fr');

  await page.goto(`/sign-in/${'a'.repeat(43)}`);
  await expect(page.getByText(t('signIn.refusal.unknown'))).toBeVisible();
});

test('signing in leads to no other site', async ({ page, context, signIn }) => {
  await signIn(context, await makeMentee());
  await page.goto('/sign-in?next=%2F%2Fexample.com%2Fsteal');
  await expect(page).toHaveURL('/');
});
