import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { organizations } from '@/db/schema/organizations';
import { questions } from '@/db/schema/services';
import { adminPath } from '@/domain/organizations';
import { makeMember, makeOrganization } from '@/testing/people';
import { chooseSlot, type Reader } from './booking-steps';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import { bookFor, hourAhead, makeMentee, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
// Without a script nobody tells the server another zone, so times are the mentor's.
const reader: Reader = { locale: 'en', timeZone: 'UTC' };

test.use({ javaScriptEnabled: false });

test('a visitor answers what the mentor asks, books and confirms', async ({ page }) => {
  const mentor = await publishMentor({
    questions: [
      { text: 'Your level?', kind: 'choice', options: ['Beginner', 'Advanced'], isRequired: true },
      { text: 'Since when?' },
    ],
  });
  const startsAt = hourAhead(3, 10);
  const email = ownAddress();

  await page.goto(mentor.path);
  // What a slow database sends later needs a script, so the page also leads to one that waits for it.
  await page.locator('noscript a[href$="/book"]').click();
  await chooseSlot(page, startsAt, reader);
  await expect(
    page.getByRole('heading', { level: 1, name: t('mentorPage.bookTitle', { name: mentor.name }) }),
  ).toBeVisible();

  // An address that only the server refuses: the page comes back with everything that was written.
  await page.getByRole('textbox', { name: t('booking.name') }).fill('Ibrahima Fall');
  await page.getByRole('textbox', { name: t('booking.email') }).fill('ibrahima@localhost');
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('A first CV');
  await page.getByRole('radio', { name: 'Advanced' }).check();
  await page.getByRole('textbox', { name: 'Since when?' }).fill('Since May');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByText(t('booking.emailWrong'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: t('booking.subject') })).toHaveValue('A first CV');
  await expect(page.getByRole('radio', { name: 'Advanced' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Since when?' })).toHaveValue('Since May');

  // Asked in other words meanwhile: the answer is kept, and counts once it was sent under them.
  await db
    .update(questions)
    .set({ text: 'Since which month?' })
    .where(and(eq(questions.serviceId, mentor.serviceId), eq(questions.text, 'Since when?')));
  await page.getByRole('textbox', { name: t('booking.email') }).fill(email);
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByText(t('answers.error_reworded'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Since which month?' })).toHaveValue('Since May');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();

  await openMail(page, { to: email, subject: t('email.hold.subject', { mentor: mentor.name }) });
  await page.goto(await mailedPath(page, 'holds'));
  await expect(page.getByText('Advanced')).toBeVisible();
  // Nobody knows the visitor's zone, so the hours are not said to be theirs.
  const mentorsTime = page.getByText(t('bookingTimes.inMentorsZone', { zone: 'GMT' }));
  await expect(mentorsTime).toBeVisible();
  await page.getByRole('button', { name: t('hold.confirm') }).click();
  await expect(page.getByText(t('bookingPage.bookedTitle'))).toBeVisible();
  await expect(mentorsTime).toBeVisible();
  await expect(page.getByText('A first CV')).toBeVisible();
  await expect(page.getByText('Since May')).toBeVisible();
});

test('a mentee cancels', async ({ page, context, signIn }) => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  await bookFor(mentee.id, mentor, hourAhead(4, 11));
  await signIn(context, mentee);

  await page.goto('/bookings');
  await page.getByRole('link', { name: mentor.name }).click();
  await page.getByRole('link', { name: t('bookingPage.cancel') }).click();
  await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('cancelling.reasonMissing'))).toBeVisible();

  await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('I am ill');
  await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('bookingPage.cancelledTitle'))).toBeVisible();
  await expect(page.getByText('I am ill')).toBeVisible();
});

test('a loser of a race keeps the form and takes an alternative', async ({ page }) => {
  const [mentor, winner] = await Promise.all([publishMentor(), makeMentee()]);
  const startsAt = hourAhead(3, 15);
  await page.goto(`${mentor.path}/book`);
  await chooseSlot(page, startsAt, reader);
  await page.getByRole('textbox', { name: t('booking.name') }).fill('Ibrahima Fall');
  await page.getByRole('textbox', { name: t('booking.email') }).fill(ownAddress());
  await bookFor(winner.id, mentor, startsAt);
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();

  const refusal = page
    .getByRole('alert')
    .filter({ hasText: t('booking.refusals.slot_taken.title') });
  await expect(page.getByRole('textbox', { name: t('booking.name') })).toHaveValue('Ibrahima Fall');
  await refusal.getByRole('button', { name: /16:00$/ }).click();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();
});

test('a school has its domain proved, and a pupil who signs in by a link is asked, and joins', async ({
  page,
  context,
  signIn,
}) => {
  const domain = `lycee-${randomUUID()}.example`;
  const name = `Lycée ${domain}`;
  const owner = await makeMentee();
  const organizationId = await makeOrganization({ name, isPublic: false });
  await makeMember({ organizationId, userId: owner.id, role: 'owner' });
  const [pupil, other] = await Promise.all([
    makeMentee({ email: `awa@${domain}` }),
    makeMentee({ email: `ben@${domain}` }),
  ]);

  await signIn(context, owner);
  await page.goto(adminPath(await slugOf(organizationId), 'domains'));
  const field = page.getByRole('textbox', { name: t('domains.domain') });
  await field.fill('gmail.com');
  await page.getByRole('button', { name: t('domains.add') }).click();
  await expect(page.getByText(t('domains.refused_open_domain'))).toBeVisible();
  await expect(field).toHaveValue('gmail.com');
  await field.fill(`@${domain}`);
  await page.getByRole('button', { name: t('domains.add') }).click();
  await expect(page.getByText(t('domains.state.waiting'))).toBeVisible();

  // Looking at the page changes nothing.
  await context.clearCookies();
  const words = { domain, organization: name };
  const postmaster = `postmaster@${domain}`;
  await openMail(page, {
    to: postmaster,
    subject: t('email.membership.domain_proof.subject', words),
  });
  await page.goto(await mailedPath(page, 'domains'));
  await page.reload();
  await page.getByRole('button', { name: t('domains.proof.confirm', { domain }) }).click();
  await expect(
    page.getByRole('heading', { name: t('domains.proof.provedTitle', { domain }) }),
  ).toBeVisible();

  const signInByLink = async ({ email }: { email: string }) => {
    await page.goto('/bookings');
    await page.getByRole('textbox', { name: t('signIn.email') }).fill(email);
    await page.getByRole('button', { name: t('signIn.send') }).click();
    await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
    await openMail(page, { to: email, subject: t('email.signIn.subject') });
    await page.goto(await mailedPath(page, 'sign-in'));
    await page
      .getByRole('main')
      .getByRole('button', { name: t('signIn.signIn') })
      .click();
    await expect(page.getByText(t('bookings.emptyUpcomingTitle'))).toBeVisible();
  };
  const offer = { organization: name };
  await signInByLink(other);
  await page.getByRole('button', { name: t('domains.offer.declineOf', offer) }).click();
  await expect(page.getByText(t('domains.offer.declinedTitle'))).toBeVisible();
  await expect(page.getByText(t('domains.offer.title', offer))).toBeHidden();
  await context.clearCookies();
  await signInByLink(pupil);
  await page.getByRole('button', { name: t('domains.offer.joinOf', offer), exact: true }).click();
  await expect(page.getByText(t('memberships.join.joinedTitle', offer))).toBeVisible();
});

test('times are chosen on the mentor page as well', async ({ page }) => {
  const mentor = await publishMentor();
  const startsAt = hourAhead(3, 10);
  const goOn = page.getByRole('link', { name: t('booking.continue', { price: 0 }) });
  // Nearly always everything is there in time; the other tests do without that luck. On a busy
  // machine each of these pages may be one whose times came too late to show without a script.
  await expect(async () => {
    await page.goto(mentor.path);
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 500 });
    await chooseSlot(page, startsAt, reader);
    await expect(goOn).toBeVisible({ timeout: 2000 });
  }).toPass();
  await goOn.click();
  await expect(page.getByRole('textbox', { name: t('booking.name') })).toBeVisible();
});

test('the list is searched', async ({ page }) => {
  const mentor = await publishMentor();
  await page.goto('/');
  await page.getByRole('searchbox').fill(mentor.name);
  await page.getByRole('button', { name: t('home.searchButton') }).click();
  await expect(page.getByRole('link', { name: mentor.name, exact: true })).toBeVisible();
});

test('a mentor asks something, in other words, and no more', async ({ page, context, signIn }) => {
  const mentor = await publishMentor();
  await signIn(context, { id: mentor.mentorId });
  await page.goto(`/mentor/services/${mentor.serviceId}`);

  const add = page.getByRole('form', { name: t('questions.add') });
  await add.getByRole('textbox', { name: t('questions.text') }).fill('Your level?');
  await add.getByRole('combobox').selectOption('choice');
  await add.getByRole('textbox', { name: t('questions.options') }).fill('Beginner');
  await add.getByRole('button').click();
  await expect(page.getByText(t('questions.error_too_few'))).toBeVisible();
  await expect(add.getByRole('textbox', { name: t('questions.text') })).toHaveValue('Your level?');
  await add.getByRole('textbox', { name: t('questions.options') }).fill('Beginner\nAdvanced');
  await add.getByRole('button').click();
  await expect(page.getByText(t('questions.done_question_added'))).toBeVisible();

  const asked = page.getByRole('list', { name: t('questions.list') });
  await asked.getByText(t('questions.edit'), { exact: true }).click();
  await asked.getByRole('textbox', { name: t('questions.text') }).fill('How far are you?');
  await asked.getByRole('button', { name: t('questions.save') }).click();
  await expect(page.getByText(t('questions.done_question_saved'))).toBeVisible();
  await expect(asked.getByText('How far are you?').first()).toBeVisible();

  await asked.getByRole('button', { name: /^Archive/ }).click();
  await expect(page.getByText(t('questions.done_question_archived'))).toBeVisible();
  await expect(asked).toBeHidden();
});

async function slugOf(id: string): Promise<string> {
  const [row] = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, id));
  return row?.slug ?? '';
}
