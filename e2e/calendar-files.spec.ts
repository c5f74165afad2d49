import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { expect, test } from './fixtures';
import { bookFor, hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

const contentOf = async (download: Download) => readFile(await download.path(), 'utf8');

test('a mentee takes a booking into a calendar from its page', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor();
  const mentee = await makeMentee();
  const startsAt = hourAhead(3, 13);
  const booking = await bookFor(mentee.id, mentor, startsAt);
  await signIn(context, mentee);

  await page.goto(booking.path);
  const ways = page.getByRole('region', { name: t('calendarFiles.add') });
  const compact = startsAt.toString().replaceAll(/[-:]/g, '');
  await expect(ways.getByRole('link', { name: t('calendarFiles.google') })).toHaveAttribute(
    'href',
    new RegExp(`dates=${compact}%2F`),
  );
  const downloading = page.waitForEvent('download');
  await ways.getByRole('link', { name: t('calendarFiles.download') }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${booking.reference}.ics`);
  const file = await contentOf(download);
  expect(file).toContain(`DTSTART:${compact}\r\n`);
  expect(file).not.toContain('METHOD');

  // Somebody else cannot even learn that there is such a booking.
  const stranger = await makeMentee();
  await signIn(context, stranger);
  const refused = await page.request.get(`/api${booking.path}/calendar`);
  expect(refused.status()).toBe(404);
});

test('whoever is not signed in gets the file once they are', async ({ page, context, signIn }) => {
  const mentee = await makeMentee();
  const booking = await bookFor(mentee.id, await publishMentor(), hourAhead(3, 13));
  await page.goto(`/api${booking.path}/calendar`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(context, mentee);
  const downloading = page.waitForEvent('download');
  await page.reload();
  expect((await downloading).suggestedFilename()).toBe(`${booking.reference}.ics`);
  await expect(page.getByText(t('files.sent'))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${booking.path}\\?file`));
});

test('a mentee subscribes, takes another link and switches it off', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor();
  const mentee = await makeMentee();
  await bookFor(mentee.id, mentor, hourAhead(3, 13));
  await signIn(context, mentee);
  const read = async (url: string) => page.request.get(new URL(url).pathname);
  const address = page.getByRole('textbox', { name: t('calendarFeed.address') });

  await page.goto('/settings/calendar');
  await page.getByRole('button', { name: t('calendarFeed.make') }).click();
  await expect(address).toBeVisible();
  const first = await address.inputValue();
  const feed = await read(first);
  expect(feed.status()).toBe(200);
  expect(await feed.text()).toContain(mentor.name);
  const etag = feed.headers().etag ?? '';
  const again = await page.request.get(new URL(first).pathname, {
    headers: { 'if-none-match': etag },
  });
  expect(again.status()).toBe(304);

  await page.getByRole('button', { name: t('calendarFeed.renew') }).click();
  await expect(address).not.toHaveValue(first);
  expect((await read(first)).status()).toBe(404);
  const second = await address.inputValue();
  expect((await read(second)).status()).toBe(200);

  // It was shown this once.
  await page.reload();
  await expect(page.getByRole('heading', { name: t('calendarFeed.onTitle') })).toBeVisible();
  await expect(address).toBeHidden();
  await page.getByRole('button', { name: t('calendarFeed.switchOff') }).click();
  await expect(page.getByText(t('calendarFeed.switchedOffText'))).toBeVisible();
  expect((await read(second)).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a link is made and shown all the same', async ({ page, context, signIn }) => {
    await signIn(context, await makeMentee());
    await page.goto('/settings/calendar');
    await page.getByRole('button', { name: t('calendarFeed.make') }).click();
    await expect(page.getByRole('textbox', { name: t('calendarFeed.address') })).toHaveValue(
      /\/api\/feeds\/[\w-]{43}\.ics$/,
    );
  });
});
