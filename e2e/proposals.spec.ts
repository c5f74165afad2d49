import { expect, test } from './fixtures';
import { blockedInMail, mailedPath, openMail } from './mailbox';
import {
  bookFor,
  hourAhead,
  letSessionPass,
  makeMentee,
  ownAddress,
  publishMentor,
} from './people';
import { chooseSlot } from './booking-steps';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test.use({ expectedErrors: blockedInMail });

test('a mentor proposes a time to an address, which accepts it by the mailed link alone', async ({
  page,
  context,
  openBrowser,
  signIn,
}) => {
  const mentor = await publishMentor();
  const email = ownAddress();
  await signIn(context, { id: mentor.mentorId });
  await page.goto('/mentor/propose');
  await chooseSlot(page, hourAhead(2, 9), reader);
  await page.getByRole('textbox', { name: t('proposals.name') }).fill('Fatou Sow');
  await page.getByRole('textbox', { name: t('proposals.email') }).fill(email);
  await page.getByRole('textbox', { name: t('proposals.word') }).fill('Shall we go on?');
  await page.getByRole('button', { name: /^Propose / }).click();
  await expect(page.getByText(t('proposals.proposedText'))).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Fatou Sow' })).toBeVisible();

  const elsewhere = await (await openBrowser({ timezoneId: 'Africa/Lagos' })).newPage();
  await openMail(elsewhere, { to: email, subject: new RegExp(mentor.name) });
  await elsewhere.goto(await mailedPath(elsewhere, 'proposals'));
  await expect(elsewhere.getByText('Shall we go on?')).toBeVisible();
  await elsewhere.getByRole('button', { name: t('proposals.accept') }).click();
  await expect(elsewhere.getByText(t('proposals.acceptedTitle'))).toBeVisible();
  // It was good for that alone.
  await elsewhere.goto('/bookings');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
});

test('after a session its mentor proposes the next one from the mentee’s card', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor();
  const mentee = await makeMentee();
  const { path } = await bookFor(mentee.id, mentor, hourAhead(1, 10));
  await letSessionPass(mentee.id);
  await signIn(context, { id: mentor.mentorId });
  await page.goto(path);
  await page
    .getByRole('link', { name: t('bookingPage.menteeCard', { name: mentee.name }) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: mentee.name })).toBeVisible();
  await page.getByRole('link', { name: t('menteeCard.bookNext') }).click();
  // No address is shown: it is theirs to give.
  await chooseSlot(page, hourAhead(3, 9), reader);
  await expect(page.getByRole('textbox', { name: t('proposals.name') })).toHaveValue(mentee.name);
  await expect(page.getByText(mentee.email)).toHaveCount(0);
  await page.getByRole('button', { name: /^Propose / }).click();
  await expect(page.getByText(t('proposals.proposedText'))).toBeVisible();

  await signIn(context, mentee);
  await page.goto('/bookings');
  await page.getByRole('link', { name: t('proposals.see') }).click();
  await page.getByRole('button', { name: t('proposals.accept') }).click();
  await expect(page.getByText(t('proposals.acceptedTitle'))).toBeVisible();
});
