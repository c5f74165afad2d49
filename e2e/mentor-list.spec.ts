import { expect, test } from './fixtures';
import { publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test('filters live in the address, and each can be taken away', async ({ page }) => {
  // Mentors that other tests publish meanwhile are met by video.
  const inPerson = t('mentorList.formats.in_person');
  await page.goto('/mentors');
  const filters = page.getByRole('search');
  await filters.getByText(t('mentorList.language'), { exact: true }).first().click();
  await filters.getByRole('radio', { name: /^French/ }).check();
  await expect(page).toHaveURL('/mentors?language=fr');
  await filters.getByText(t('mentorList.format'), { exact: true }).first().click();
  await filters.getByRole('radio', { name: inPerson, exact: true }).check();
  await expect(page).toHaveURL('/mentors?language=fr&format=in_person');

  const results = page.getByRole('region', { name: t('mentorList.results') });
  const count = results.getByRole('heading', { level: 2 });
  await expect(count).toHaveText(/^\d+\smentors?$/);
  const narrowed = await count.textContent();

  await page.reload();
  await expect(count).toHaveText(narrowed ?? '');
  await page.getByRole('link', { name: t('mentorList.remove', { filter: inPerson }) }).click();
  await expect(page).toHaveURL('/mentors?language=fr');
  await expect(count).not.toHaveText(narrowed ?? '');
  await page.goBack();
  await expect(page).toHaveURL('/mentors?language=fr&format=in_person');
  await expect(count).toHaveText(narrowed ?? '');
});

test('words are found without their accents, with a slip of the finger, and by skill', async ({
  page,
}) => {
  const mentor = await publishMentor({
    user: { name: 'Ndèye Zéphyrine Ouédraogo' },
    mentor: { skills: ['Géomatique appliquée'] },
  });
  for (const words of ['zephyrine', 'Zéphirine', 'geomatique', 'ouedraogo zephyrine']) {
    await page.goto('/mentors');
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: t('mentorList.search'), exact: true }).click();
    await expect(page.getByRole('link', { name: mentor.name, exact: true })).toBeVisible();
  }
  await page.goto(`/mentors?q=${encodeURIComponent('zephyrine xqzzywv')}`);
  await expect(page.getByRole('link', { name: mentor.name, exact: true })).toBeVisible();
  await expect(
    page.getByText(t('mentorList.someWords', { words: 'zephyrine xqzzywv' })).last(),
  ).toBeVisible();
});

test('on a phone the filters are one sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto('/mentors');
  const sheet = page.getByRole('region', { name: t('mentorList.filters') });
  await page.getByRole('button', { name: t('mentorList.filters'), exact: true }).click();
  await sheet.getByText(t('mentorList.price'), { exact: true }).first().click();
  await sheet.getByRole('radio', { name: t('mentorList.free'), exact: true }).check();
  await expect(page).toHaveURL('/mentors?price=0');
  await sheet.getByRole('button', { name: /^Show \d+ mentors?$/ }).click();
  await expect(sheet).toBeHidden();
  const button = page.getByRole('button', { name: t('mentorList.filtersInUse', { count: 1 }) });
  await button.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(
    page.getByRole('link', { name: t('mentorList.remove', { filter: t('mentorList.free') }) }),
  ).toHaveCount(1);
});

test('nothing found says what to do next', async ({ page }) => {
  await page.goto('/mentors?q=xqzzywv&language=fr');
  await expect(page.getByText(t('mentorList.emptyTitleFor', { words: 'xqzzywv' }))).toBeVisible();
  await page.getByRole('link', { name: t('mentorList.seeAll') }).click();
  await expect(page).toHaveURL('/mentors');
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('a mentor who takes no bookings cannot be booked, and the card says why', async ({ page }) => {
  const mentor = await publishMentor({
    mentor: { takingBookings: false, awayMessage: 'On leave until spring' },
  });
  await page.goto(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  const card = page.getByRole('article').filter({ hasText: mentor.name });
  await expect(card.getByRole('button', { name: t('mentorCard.book') })).toBeDisabled();
  await expect(card.getByText(t('mentorCard.away'))).toBeVisible();
  await expect(card.getByText('On leave until spring')).toBeVisible();

  await card.getByRole('link', { name: mentor.name }).click();
  const times = page.getByRole('region', { name: t('mentorPage.panelHeading') });
  await expect(times.getByText(t('mentorPage.awayHeading', { name: mentor.name }))).toBeVisible();
  await expect(times.getByText('On leave until spring')).toBeVisible();
});

test('a long list has pages', async ({ page }) => {
  await page.goto('/mentors?sort=newest');
  const names = page.getByRole('article').getByRole('heading');
  await expect(names).toHaveCount(12);
  const first = await names.allTextContents();
  await page.getByRole('link', { name: t('common.next') }).click();
  await expect(page).toHaveURL('/mentors?sort=newest&page=2');
  await expect(names.first()).not.toHaveText(first[0] ?? '');
  const second = await names.allTextContents();
  // Other tests publish mentors meanwhile, which moves the list by some.
  expect(second.filter((name) => !first.includes(name)).length).toBeGreaterThan(6);
});
