import type { Locator, Page } from '@playwright/test';
import { addDays } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { slotLink, untilInteractive } from './booking-steps';
import { expect, test } from './fixtures';
import { hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test('a session is booked without a mouse', async ({ page, context, signIn }) => {
  // Noon is on the same day in both zones.
  const startsAt = hourAhead(9, 12);
  const day = localDay(startsAt.epochMilliseconds, reader.timeZone);
  const mentor = await publishMentor();
  await signIn(context, await makeMentee());
  await page.goto(`${mentor.path}?day=${addDays(day, -8)}`);
  await untilInteractive(page, reader);

  await test.step('the first stop skips the header', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: t('nav.skipToContent') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('arrows move by day and week, through months', async () => {
    const cellOf = (days: number) => page.locator(`[data-day="${addDays(day, days)}"]`);
    await tabTo(page, cellOf(-8));
    await page.keyboard.press('ArrowRight');
    await expect(cellOf(-7)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cellOf(0)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(cellOf(-1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(cellOf(0)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(slotLink(page, startsAt, reader)).toBeVisible();
  });

  const goOn = page.getByRole('link', { name: t('booking.continue', { price: 0 }) });
  await test.step('after the calendar come the times, and after them the way on', async () => {
    await page.keyboard.press('Tab');
    const first = startsAt.toZonedDateTimeISO(reader.timeZone).startOfDay().toInstant();
    await expect(slotLink(page, first, reader)).toBeFocused();
    await tabTo(page, slotLink(page, startsAt, reader));
    await page.keyboard.press('Enter');
    await expect(slotLink(page, startsAt, reader)).toHaveAttribute('aria-current', 'true');
    await tabTo(page, goOn);
    await page.keyboard.press('Enter');
  });

  const dialog = page.getByRole('dialog');
  await test.step('the dialog keeps the focus and gives it back', async () => {
    await expect.poll(() => holdsFocus(dialog)).toBe(true);
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      expect(await holdsFocus(dialog)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(goOn).toBeFocused();
  });

  await test.step('the form is filled in and sent', async () => {
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('textbox', { name: t('booking.subject') }));
    await page.keyboard.type('Without a mouse');
    await page.keyboard.press('Enter');
    await expect(
      dialog.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
    ).toBeFocused();
  });

  await test.step('and its page opened', async () => {
    await tabTo(page, dialog.getByRole('link', { name: t('booking.seeBooking') }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Without a mouse')).toBeVisible();
  });
});

test('Page Up and Page Down change the month, Home and End stay in the week', async ({ page }) => {
  const mentor = await publishMentor();
  const inTwoMonths = hourAhead(35, 12);
  const day = localDay(inTwoMonths.epochMilliseconds, reader.timeZone);
  await page.goto(`${mentor.path}?day=${day}`);
  await untilInteractive(page, reader);
  const focused = page.locator('[data-day]:focus');
  await page.locator(`[data-day="${day}"]`).focus();

  await page.keyboard.press('PageUp');
  await expect(focused).not.toHaveAttribute('data-day', new RegExp(`^${day.slice(0, 7)}`));
  await page.keyboard.press('PageDown');
  await expect(focused).toHaveAttribute('data-day', new RegExp(`^${day.slice(0, 7)}`));

  await page.keyboard.press('Home');
  const monday = Number((await focused.getAttribute('data-day'))?.slice(8));
  await page.keyboard.press('End');
  const sunday = Number((await focused.getAttribute('data-day'))?.slice(8));
  expect(sunday - monday).toBeLessThanOrEqual(6);
});

function holdsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.contains(document.activeElement));
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
