import { slotText } from '@/components/slots/booking-address';
import { expect, test } from './fixtures';
import { bookFor, hourAhead, makeAdmin, makeMentee, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an admin gives to one person and from a file, and each of them reads it', async ({
    page,
    context,
    openBrowser,
    signIn,
  }) => {
    const [admin, one, other] = [await makeAdmin(), await makeMentee(), await makeMentee()];
    await signIn(context, admin);
    await page.goto('/o/public/admin/credits');
    const single = page.getByRole('region', { name: t('grants.oneTitle') });
    const address = ownAddress();
    await single.getByLabel(t('grants.email')).fill(address);
    await single.getByLabel(t('grants.credits')).fill('50');
    await single.getByRole('textbox', { name: t('grants.reason') }).fill('Science prize');
    await single.getByRole('button', { name: t('grants.give') }).click();
    await expect(
      page.getByText(t('grants.doneWaiting', { credits: 50, email: address })),
    ).toBeVisible();
    await single.getByLabel(t('grants.email')).fill(one.email);
    await single.getByLabel(t('grants.credits')).fill('50');
    await single.getByRole('textbox', { name: t('grants.reason') }).fill('Science prize');
    await single.getByRole('button', { name: t('grants.give') }).click();
    await expect(
      page.getByText(t('grants.doneText', { credits: 50, email: one.email })),
    ).toBeVisible();

    const several = page.getByRole('region', { name: t('grants.fileTitle') });
    await several.getByLabel(t('grants.file')).setInputFiles({
      name: 'prizes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`email;credits\n${other.email};120\n${address};5\n${one.email};few\n`),
    });
    await several.getByLabel(t('grants.commonReason')).fill('Prizes of the year');
    await several.getByRole('button', { name: t('grants.check') }).click();
    await expect(page.getByRole('heading', { name: t('grants.draftTitle') })).toBeVisible();
    await expect(page.getByText(t('grants.willBeLeftOut', { count: 1 }))).toBeVisible();
    await expect(page.getByText(t('grants.rowNumber', { row: 4 }))).toBeVisible();
    await page
      .getByRole('button', { name: t('grants.giveAll', { credits: 125, people: 2 }) })
      .click();
    await expect(page.getByRole('heading', { name: t('grants.givenTitle') })).toBeVisible();
    await expect(page.getByText(t('grants.leftOut', { count: 1 }))).toBeVisible();
    const refused = page.getByRole('link', { name: t('grants.downloadRefused') });
    const href = (await refused.getAttribute('href')) ?? '';
    const inEnglish = await page.request.get(href);
    expect(inEnglish.headers()['content-disposition']).toContain('baobab-credits.csv');
    expect(linesOf(await inEnglish.text())).toEqual([
      'email,credits,reason,problem,row',
      `${one.email},few,Prizes of the year,"${t('grants.outcome_not_whole')}",4`,
    ]);
    const inFrench = await page.request.get(href.replace('locale=en', 'locale=fr'));
    expect(linesOf(await inFrench.text())[1]).toMatch(new RegExp(`^${one.email};few;`));

    const theirs = await openBrowser({ javaScriptEnabled: false });
    const signedOut = await theirs.request.get(href, { maxRedirects: 0 });
    expect(signedOut.headers()['location']).toContain('/sign-in');
    await signIn(theirs, other);
    expect((await theirs.request.get(href)).status()).toBe(404);
    const reading = await theirs.newPage();
    await reading.goto('/notifications');
    await reading.getByText('Prizes of the year').click();
    await expect(reading).toHaveURL(/\/credits$/);
    // What a new user starts with, and what was given.
    await expect(reading.getByText(t('credits.credits', { count: 220 }))).toBeVisible();
    await expect(reading.getByText('Prizes of the year')).toBeVisible();
  });
});

/** A file's lines, without the mark that tells spreadsheets its encoding. */
function linesOf(csv: string): string[] {
  return csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
}

test('the statement follows a booking, and the next one says what is missing', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor({ priceCredits: 80, mentor: { lateCancelPercent: 50 } });
  const mentee = await makeMentee();
  await signIn(context, mentee);
  const stepOf = (days: number) => {
    const slot = slotText(hourAhead(days, 10).epochMilliseconds);
    return `${mentor.path}/book?variant=${mentor.variantId}&slot=${slot}`;
  };
  await page.goto(stepOf(3));
  await expect(page.getByText(t('booking.balance', { credits: 100, left: 20 }))).toBeVisible();
  const { path } = await bookFor(mentee.id, mentor, hourAhead(3, 10));

  await page.goto('/credits');
  await expect(page.getByText(t('credits.credits', { count: 20 }), { exact: true })).toBeVisible();
  await page.getByRole('link', { name: t('credits.kind_charge') }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText(t('bookingPage.priceHeld'))).toBeVisible();
  await page.goto(`${path}/cancel`);
  await expect(page.getByText(t('cancelling.backToYou', { credits: 80 }))).toBeVisible();
  await expect(
    page.getByText(t('cancelling.keptLater', { credits: 40, name: mentor.name })),
  ).toBeVisible();

  await page.goto(stepOf(4));
  await expect(page.getByText(t('booking.balanceShortTitle', { missing: 60 }))).toBeVisible();
  await page.getByRole('button', { name: t('booking.book', { count: 1, price: 80 }) }).click();
  await expect(page.getByText(t('booking.refusals.not_enough_credits.title'))).toBeVisible();
});
