import { expect, test } from './fixtures';
import { makeMentee, publishMentor } from './people';
import { makeMember, makeOrganization } from '@/testing/people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ expectedErrors: /status of 404/ });

test('an address that leads nowhere answers 404 and keeps the header', async ({
  page,
  request,
}) => {
  for (const path of ['/nowhere', '/fr/nulle-part', '/mentors/one/two/three']) {
    expect((await request.get(path)).status()).toBe(404);
  }
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('nav.mentors') })
    .click();
  await expect(page).toHaveURL('/mentors');
});

test('a mentor who does not exist is not found, under the same header', async ({ page }) => {
  await page.goto('/mentors/nobody-of-this-name');
  await expect(page.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  await expect(
    page.getByRole('banner').getByRole('link', { name: t('nav.mentors') }),
  ).toBeVisible();
});

test('mentors of a private organization exist for its members alone', async ({
  page,
  openBrowser,
  signIn,
}) => {
  const organizationId = await makeOrganization();
  const mentor = await publishMentor({ mentor: { organizationId } });
  const member = await makeMentee();
  await makeMember({ organizationId, userId: member.id });

  for (const path of [mentor.path, `${mentor.path}/book`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  }
  await page.goto(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('link', { name: mentor.name })).toBeHidden();

  const context = await openBrowser();
  await signIn(context, member);
  const membersPage = await context.newPage();
  await membersPage.goto(mentor.path);
  await expect(membersPage.getByRole('heading', { level: 1, name: mentor.name })).toBeVisible();
});
