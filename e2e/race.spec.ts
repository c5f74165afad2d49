import type { Page } from '@playwright/test';
import type { Temporal } from 'temporal-polyfill';
import { chooseSlot, type Reader, untilInteractive, wallTime } from './booking-steps';
import { expect, test } from './fixtures';
import { hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const dakar: Reader = { locale: 'en', timeZone: 'Africa/Dakar' };
const newYork: Reader = { locale: 'en', timeZone: 'America/New_York' };

test('two people in two time zones race for one slot, and the loser takes an alternative', async ({
  openBrowser,
  signIn,
}) => {
  const mentor = await publishMentor({ mentor: { timeZone: 'Africa/Nairobi' } });
  const startsAt = hourAhead(3, 17);
  const open = async (reader: Reader) => {
    const context = await openBrowser({ timezoneId: reader.timeZone });
    await signIn(context, await makeMentee({ timeZone: reader.timeZone }));
    return context.newPage();
  };
  const [first, second] = await Promise.all([open(dakar), open(newYork)]);

  await Promise.all([
    fillIn(first, { path: mentor.path, startsAt, reader: dakar, subject: 'Mock interview' }),
    fillIn(second, { path: mentor.path, startsAt, reader: newYork, subject: 'Portfolio' }),
  ]);
  // One slot, two clocks: 17:00 in Dakar is noon or one o'clock in New York.
  await expect(chosenTime(first)).toContainText(timesText(startsAt, dakar));
  await expect(chosenTime(second)).toContainText(timesText(startsAt, newYork));
  expect(wallTime(startsAt, dakar.timeZone)).toBe('17:00');
  expect(['12:00', '13:00']).toContain(wallTime(startsAt, newYork.timeZone));

  await book(first);
  await expect(
    first.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
  ).toBeVisible();

  await book(second);
  const refusal = second
    .getByRole('alert')
    .filter({ hasText: t('booking.refusals.slot_taken.title') });
  await expect(refusal).toBeVisible();
  await expect(second.getByRole('textbox', { name: t('booking.subject') })).toHaveValue(
    'Portfolio',
  );

  const alternatives = refusal.getByRole('button');
  await expect(alternatives).toHaveCount(3);
  const next = startsAt.add({ hours: 1 });
  await refusal
    .getByRole('button', { name: new RegExp(`${wallTime(next, newYork.timeZone)}$`) })
    .click();
  await expect(
    second.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
  ).toBeVisible();
  await expect(second.getByRole('dialog')).toContainText(timesText(next, newYork));

  // What is written down for good agrees with what the steps said, with both clocks where they differ.
  await second.getByRole('link', { name: t('booking.seeBooking') }).click();
  await expect(second.getByText('Portfolio')).toBeVisible();
  await expect(second.locator('time').first()).toContainText(timesText(next, newYork));
  await expect(second.getByText(wallTime(next, 'Africa/Nairobi')).first()).toBeVisible();
});

async function fillIn(
  page: Page,
  {
    path,
    startsAt,
    reader,
    subject,
  }: { path: string; startsAt: Temporal.Instant; reader: Reader; subject: string },
): Promise<void> {
  await page.goto(path);
  await untilInteractive(page, reader);
  await chooseSlot(page, startsAt, reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
  await page.getByRole('textbox', { name: t('booking.subject') }).fill(subject);
}

function chosenTime(page: Page) {
  return page.getByRole('dialog').getByRole('paragraph').first();
}

/** "17:00–18:00" on the clock of the reader. */
function timesText(at: Temporal.Instant, { timeZone }: Reader): string {
  return `${wallTime(at, timeZone)}–${wallTime(at.add({ hours: 1 }), timeZone)}`;
}

async function book(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('booking.book', { count: 1, price: 0 }) }).click();
}
