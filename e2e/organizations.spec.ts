import type { APIRequestContext, Page } from '@playwright/test';
import { adminPath, foundingPath, organizationPath } from '@/domain/organizations';
import { grantCredits } from '@/testing/ledger';
import { makeMember, makeOrganization } from '@/testing/people';
import { expect, test } from './fixtures';
import {
  bookFor,
  findOperator,
  hourAhead,
  makeMentee,
  organizationAt,
  ownName,
  publishMentor,
} from './people';
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

test('an owner invites 300 from a file; one joins by a link and books with the school’s credits', async ({
  page,
  context,
  openBrowser,
  signIn,
}) => {
  const owner = await makeMentee();
  const organizationId = await makeOrganization({ slug: `school-${owner.id}`, name: 'A school' });
  await makeMember({ organizationId, userId: owner.id, role: 'owner' });
  const slug = `school-${owner.id}`;
  const mentor = await publishMentor({ priceCredits: 10, mentor: { organizationId } });
  await signIn(context, owner);
  await page.goto(adminPath(slug, 'invitations'));
  const rows = Array.from({ length: 300 }, (_, place) => `pupil-${place}@${slug}.test`);
  await page.getByLabel(t('memberships.invitations.file')).setInputFiles({
    name: 'class.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`email\n${rows.join('\n')}\n${rows[0]}\nnobody\n`),
  });
  await page.getByRole('button', { name: t('memberships.invitations.check') }).click();
  await expect(page.getByText(t('memberships.imports.outcome_twice'))).toBeVisible();
  await page.getByRole('button', { name: t('memberships.imports.send', { count: 300 }) }).click();
  await expect(page.getByText(t('memberships.imports.sumSent', { count: 300 }))).toBeVisible();

  await page.goto(adminPath(slug, 'invitations'));
  await page.getByRole('button', { name: t('memberships.invitations.makeLink') }).click();
  const link = await page.getByLabel(t('memberships.invitations.linkLabel')).inputValue();

  const theirs = await openBrowser();
  const pupil = await makeMentee();
  const pupilsPage = await theirs.newPage();
  await pupilsPage.goto(new URL(link).pathname);
  await expect(
    pupilsPage.getByRole('heading', {
      name: t('memberships.join.title', { organization: 'A school' }),
    }),
  ).toBeVisible();
  await expect(pupilsPage.getByRole('link', { name: t('memberships.join.signIn') })).toBeVisible();
  await signIn(theirs, pupil);
  await pupilsPage.reload();
  const join = t('memberships.join.button', { organization: 'A school' });
  await pupilsPage.getByRole('button', { name: join }).click();
  await expect(pupilsPage).toHaveURL(/joined=1/);
  await grantCredits(pupil.id, 30, organizationId);
  await bookFor(pupil.id, mentor, hourAhead(3, 10));
  await pupilsPage.goto(`${organizationPath(slug)}/leave`);
  await expect(
    pupilsPage.getByText(t('memberships.leave.cancelledTitle', { count: 1 })),
  ).toBeVisible();
  await pupilsPage.getByRole('button', { name: t('memberships.leave.link') }).click();
  await expect(pupilsPage).toHaveURL('/bookings');
  expect((await pupilsPage.request.get(mentor.path)).status()).toBe(404);
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

test('a mentor whom admins look at first waits, is approved, and is then seen', async ({
  page,
  context,
  openBrowser,
  signIn,
}) => {
  const slug = ownName('school').replaceAll(' ', '-').toLowerCase();
  const organizationId = await makeOrganization({ slug, isPublic: true, mentoring: 'reviewed' });
  const mentor = await publishMentor({
    mentor: { organizationId, publishedAt: null, approvedAt: null, bio: 'I teach.' },
  });
  await signIn(context, mentor);
  await page.goto('/mentor/profile');
  await page.getByRole('button', { name: t('mentorProfile.askApproval') }).click();
  await expect(page.getByText(t('mentorProfile.done_waiting'))).toBeVisible();

  const stranger = await openBrowser();
  expect((await stranger.request.get(mentor.path)).status()).toBe(404);

  const theirs = await openBrowser();
  const admin = await makeMentee();
  await makeMember({ organizationId, userId: admin.id, role: 'admin' });
  await signIn(theirs, admin);
  const adminPage = await theirs.newPage();
  await adminPage.goto(`${adminPath(slug, 'mentors')}?state=waiting`);
  await adminPage.getByRole('link', { name: mentor.name }).click();
  await adminPage.getByRole('button', { name: t('overseenMentors.approve') }).click();
  await expect(adminPage.getByText(t('overseenMentors.done_approved'))).toBeVisible();
  expect((await stranger.request.get(mentor.path)).status()).toBe(200);
});
