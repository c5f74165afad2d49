import { adminPath } from '@/domain/organizations';
import { makeMember, makeOrganization } from '@/testing/people';
import { expect, test } from './fixtures';
import { bookFor, hourAhead, leaveMails, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

/** A school with an admin, and a pupil whose confirmation did not arrive. */
async function makeSchool() {
  const organizationId = await makeOrganization({ name: 'Lycée des Tests' });
  const [admin, pupil, mentor] = await Promise.all([
    makeMentee(),
    makeMentee(),
    publishMentor({ mentor: { organizationId } }),
  ]);
  await makeMember({ organizationId, userId: admin.id, role: 'admin' });
  await makeMember({ organizationId, userId: pupil.id });
  const { bookingId } = await bookFor(pupil.id, mentor, hourAhead(7, 10));
  await leaveMails(bookingId, pupil);
  return { admin, pupil, mentor, mails: adminPath(organizationId, 'mails') };
}

for (const javaScriptEnabled of [true, false]) {
  test(`an admin has a failed mail sent again, and it arrives (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const { admin, pupil, mails } = await makeSchool();
    const context = await openBrowser({ javaScriptEnabled });
    await signIn(context, admin);
    const page = await context.newPage();
    await page.goto(mails);
    const lead = t('unsentMails.lead', { organization: 'Lycée des Tests' });
    await expect(page.getByText(lead)).toBeVisible();
    const failed = page.getByRole('main').getByRole('listitem').filter({ hasText: pupil.email });
    await expect(failed).toHaveCount(2);
    // The link to sign in is listed, and not sent again.
    await expect(failed.getByText(t('unsentMails.not.link'))).toHaveCount(1);
    const again = t('unsentMails.retryOf', { address: pupil.email });
    await page.getByRole('button', { name: again }).click();
    await expect(page.getByText(t('unsentMails.retried', { count: 1 }))).toBeVisible();
    await expect(failed).toHaveCount(1);
    // The one that failed, and the booking's own: both are sent after the answer.
    await expect(async () => {
      await page.goto(`/dev/mailbox?to=${encodeURIComponent(pupil.email)}`);
      await expect(page.getByRole('link', { name: /^Confirmed/ })).toHaveCount(2, { timeout: 500 });
    }).toPass();
  });
}

test('nobody else finds the page', async ({ openBrowser, signIn }) => {
  const { pupil, mentor, mails } = await makeSchool();
  for (const person of [pupil, { id: mentor.mentorId }]) {
    const context = await openBrowser();
    await signIn(context, person);
    const page = await context.newPage();
    await page.goto(mails);
    await expect(
      page.getByRole('heading', { level: 1, name: t('errors.notFoundTitle') }),
    ).toBeVisible();
  }
  const visitor = await (await openBrowser()).newPage();
  await visitor.goto(mails);
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
});
