import sharp from 'sharp';
import { expect, test } from './fixtures';
import { publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.use({ expectedErrors: /status of 404/ });

const photo = () =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: 'seagreen' } })
    .jpeg()
    .toBuffer();

for (const javaScriptEnabled of [true, false]) {
  test(`a mentor shows their face, and takes it back (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const context = await openBrowser({ javaScriptEnabled });
    const mentor = await publishMentor();
    await signIn(context, { id: mentor.mentorId });
    const page = await context.newPage();
    await page.goto('/mentor/profile');
    const card = page.getByRole('region', { name: t('portrait.title') });
    const file = card.locator('input[type=file]');
    const save = card.getByRole('button', { name: t('portrait.upload') });

    await file.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') });
    await save.click();
    await expect(card.getByText(t('portrait.refused_not_a_picture'))).toBeVisible();

    const buffer = Buffer.concat([await photo(), Buffer.alloc(12 * 1024 * 1024)]);
    await file.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer });
    // A browser that runs scripts shrinks what it can read; without, it is turned away with a word.
    if (!javaScriptEnabled) {
      await save.click();
      await expect(card.getByText(t('portrait.refused_too_large'))).toBeVisible();
      await file.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    } else {
      await expect(card.locator('img[src^="data:"]')).toBeVisible();
    }
    await save.click();
    await expect(page.getByText(t('mentorProfile.done_portrait'))).toBeVisible();

    const picture = page.locator('main header img');
    // Without a script a page whose database is slow stays the frame that was sent first.
    await expect(async () => {
      await page.goto(mentor.path);
      await expect(picture).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 30_000 });
    const src = (await picture.getAttribute('src')) ?? '';
    const served = await page.request.get(src);
    expect(served.headers()).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await served.body()).byteLength).toBeLessThan(100 * 1024);

    await page.goto('/mentor/profile');
    await card.getByRole('button', { name: t('portrait.remove') }).click();
    await expect(page.getByText(t('mentorProfile.done_portraitRemoved'))).toBeVisible();
    expect((await page.request.get(src)).status()).toBe(404);
    await page.goto(mentor.path);
    await expect(page.locator('main header svg').first()).toBeVisible();
    await expect(picture).toHaveCount(0);
  });
}

test('a mentor sees their unpublished page whole, with its times, and nobody else sees it', async ({
  openBrowser,
  signIn,
}) => {
  const context = await openBrowser();
  const links = ['https://www.linkedin.com/in/makena'];
  const mentor = await publishMentor({ mentor: { publishedAt: null, links } });
  await signIn(context, { id: mentor.mentorId });
  const page = await context.newPage();
  await page.goto(mentor.path);
  await expect(page.getByText(t('mentorPage.unpublished'))).toBeVisible();
  await expect(page.getByRole('link', { name: 'LinkedIn' })).toHaveAttribute('rel', /nofollow/);
  const times = page.getByRole('region', { name: t('mentorPage.panelHeading') });
  await expect(times.locator('a[href*="slot="]').first()).toBeVisible();
  await expect(times.getByText(t('booking.previewTitle'))).toBeVisible();
  await expect(times.locator('a[href*="/book?"]')).toHaveCount(0);

  const stranger = await (await openBrowser()).newPage();
  await stranger.goto(mentor.path);
  await expect(stranger.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  expect(await stranger.content()).not.toContain(mentor.name);
});
