import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { grants } from '@/db/schema/grants';
import { mentorPath } from '@/domain/mentors';
import { localizedPath } from '@/i18n/routing';
import { makeMember, makeOrganization, publicOrganizationId } from '@/testing/people';
import { expect, test } from './fixtures';
import { makeAdmin, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ expectedErrors: /status of (404|500)|React error #441|broken by a test/ });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('what does not exist answers 404 with a page that is whole', async ({ page }) => {
    const unpublished = await publishMentor({ mentor: { publishedAt: null } });
    const organizationId = await makeOrganization();
    const membersOnly = await publishMentor({ mentor: { organizationId } });
    const everybodys = await publishMentor();
    const paths = [
      '/nowhere',
      '/mentors/one/two/three',
      '/mentors/nobody-of-this-name',
      '/mentors/nobody-of-this-name/book',
      '/mentors/nobody-of-this-name/book/several?slots=',
      unpublished.path,
      `${unpublished.path}/book`,
      membersOnly.path,
      `${membersOnly.path}/book`,
      mentorPath({ ...membersOnly.handle, organization: 'public' }),
      mentorPath({ ...everybodys.handle, organization: membersOnly.handle.organization }),
      `/o/public${everybodys.path}`,
    ];
    for (const locale of ['en', 'fr'] as const) {
      const texts = textsIn(locale);
      for (const path of paths) {
        const answer = await page.goto(localizedPath(path, locale));
        expect([path, answer?.status()]).toEqual([path, 404]);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        const heading = page.getByRole('heading', { level: 1 });
        await expect(heading).toHaveText(texts('errors.notFoundTitle'));
        const main = page.getByRole('navigation', { name: texts('nav.main') });
        await expect(main.getByRole('link', { name: texts('nav.mentors') })).toBeVisible();
      }
    }
    // Personal things keep to themselves whether they exist; their pages are whole too.
    for (const path of [`/holds/${'a'.repeat(43)}`, `/manage/${'a'.repeat(60)}`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });

  test('what is not the viewer’s is not found, on a page that is whole', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context, await makeMentee());
    const id = '0190a0a0-0000-7000-8000-000000000000';
    for (const path of [
      `/bookings/${id}`,
      `/bookings/batches/${id}`,
      `/o/public/admin/credits/${id}`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('errors.notFoundTitle'));
    }
  });
});

test('a page that fails says under which number it did, and whom to write to', async ({
  page,
  context,
  signIn,
}) => {
  const admin = await makeAdmin();
  const [broken] = await db
    .insert(grants)
    .values({
      requestId: randomUUID(),
      organizationId: publicOrganizationId,
      actorId: admin.id,
      reason: '',
      fileName: 'broken.csv',
      fileDigest: '',
      rows: sql`'{}'::jsonb`,
      recipientCount: 0,
      totalCredits: 0,
      createdAt: Temporal.Now.instant(),
    })
    .returning({ id: grants.id });
  await signIn(context, admin);
  await page.goto(`/o/public/admin/credits/${broken?.id}`);
  await expect(page.getByRole('heading', { name: t('errors.failedTitle') })).toBeVisible();
  const reference = page.getByText(/^Reference: \d+$/);
  await expect(reference).toBeVisible();
  const email = 'help@baobab.example';
  const subject = encodeURIComponent((await reference.textContent()) ?? '');
  await expect(page.getByRole('link', { name: t('errors.write', { email }) })).toHaveAttribute(
    'href',
    `mailto:${email}?subject=${subject}`,
  );
});

test('a layout that fails says as much, in the language of the page', async ({ page }) => {
  await page.goto('/fr/help');
  await page.waitForLoadState('networkidle');
  // Its choice of colours is part of the layout.
  await page.evaluate(() => {
    const broken = Object.assign(new Error('broken by a test'), { digest: '4711' });
    Object.defineProperty(document.documentElement, 'dataset', {
      get: () => {
        throw broken;
      },
    });
    window.dispatchEvent(new Event('themechange'));
  });
  await expect(page.getByRole('heading', { name: 'Baobab ne répond pas' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByText('Référence : 4711')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Écrire à help@baobab.example' })).toHaveAttribute(
    'href',
    /^mailto:help@baobab\.example\?subject=R.*4711$/,
  );
  await page.getByRole('link', { name: 'Réessayer' }).click();
  await expect(page).toHaveURL('/fr/help');
  await expect(page.getByRole('banner')).toBeVisible();
});

test('an address that leads nowhere keeps the header', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('nav.mentors') })
    .click();
  await expect(page).toHaveURL('/mentors');
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
