import type { APIRequestContext, Page } from '@playwright/test';
import { adminPath, foundingPath, organizationPath } from '@/domain/organizations';
import { makeMember } from '@/testing/people';
import { expect, test } from './fixtures';
import { findOperator, makeMentee, organizationAt, ownName, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ expectedErrors: /status of 404/ });

/** Founds an organization by its form, under a name that no other test has, as who looks at the page. */
async function found(page: Page) {
  const name = ownName('Lycée');
  const slug = name.replace('é', 'e').replaceAll(' ', '-').toLowerCase();
  await page.goto(foundingPath);
  await page.getByRole('textbox', { name: t('founding.name') }).fill(name);
  await page.getByRole('textbox', { name: t('founding.slug') }).fill(slug);
  await page.getByRole('button', { name: t('founding.found') }).click();
  await expect(page).toHaveURL(organizationPath(slug));
  return { name, slug, ...(await organizationAt(slug)) };
}

/** What a stranger is answered there: the same as where there is nothing at all. */
async function answerAt(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  const text = await answer.text();
  const title = t('errors.notFoundTitle');
  const cacheControl = answer.headers()['cache-control'];
  return { status: answer.status(), cacheControl, saysNotFound: text.includes(title) };
}

test('an organization for its members is founded, and nobody else can tell that it exists', async ({
  page,
  context,
  openBrowser,
  signIn,
}) => {
  await signIn(context, await findOperator());
  const { id: organizationId, name, slug } = await found(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(t('organizations.youAre.owner'))).toBeVisible();
  const mentor = await publishMentor({ mentor: { organizationId } });
  const home = organizationPath(slug);

  const theirs = await openBrowser();
  const member = await makeMentee();
  await makeMember({ organizationId, userId: member.id });
  await signIn(theirs, member);
  const membersPage = await theirs.newPage();
  await membersPage.goto('/bookings');
  const header = membersPage.getByRole('banner');
  await header.locator('summary', { has: membersPage.locator('svg text') }).click();
  await header.getByRole('link', { name }).click();
  await expect(membersPage.getByRole('heading', { level: 1, name })).toBeVisible();
  await membersPage.getByRole('main').getByRole('link', { name: mentor.name, exact: true }).click();
  await expect(membersPage).toHaveURL(mentor.path);
  await expect(membersPage.getByRole('heading', { level: 1, name: mentor.name })).toBeVisible();
  const band = membersPage.getByRole('navigation', { name: t('organizations.band') });
  await expect(band).toContainText(name);
  // A member runs nothing.
  await membersPage.goto(adminPath(slug));
  await expect(membersPage.getByRole('heading', { level: 1 })).toHaveText(
    t('errors.notFoundTitle'),
  );

  const stranger = await openBrowser();
  const { request } = stranger;
  const hidden = [home, mentor.path, `${mentor.path}/book`, `${mentor.path}/book/several?slots=`];
  for (const isSignedIn of [false, true]) {
    if (isSignedIn) await signIn(stranger, await makeMentee());
    for (const path of hidden) {
      const answer = await answerAt(request, path);
      expect(answer).toMatchObject({ status: 404, saysNotFound: true });
      expect(answer).toEqual(await answerAt(request, path.replace(slug, 'no-such-school')));
    }
    expect((await request.get(`${mentor.path}/share-picture`)).status()).toBe(404);
    for (const path of [`/mentors?q=${encodeURIComponent(mentor.name)}`, '/sitemap.xml']) {
      const text = await (await request.get(path)).text();
      expect(text).not.toContain(mentor.path);
      expect(text).not.toContain(home);
    }
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an operator closes an organization and opens it again', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context, await findOperator());
    const { name } = await found(page);
    await page.goto(`/operator?q=${encodeURIComponent(name)}`);
    await page.getByRole('button', { name: t('operator.closeNamed', { name }) }).click();
    await page.goto(`/operator?q=${encodeURIComponent(name)}`);
    await expect(page.getByText(t('organizations.closed'))).toBeVisible();
    await page.getByRole('button', { name: t('operator.reopenNamed', { name }) }).click();
    await page.goto(`/operator?q=${encodeURIComponent(name)}`);
    await expect(page.getByText(t('organizations.closed'))).toBeHidden();
  });
});
