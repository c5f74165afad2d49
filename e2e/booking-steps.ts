/** What a person does on a mentor page and in the steps of booking, in any language and zone. */
import { expect, type Page } from '@playwright/test';
import type { Temporal } from 'temporal-polyfill';
import type { Locale } from '@/i18n/routing';
import { formatDay } from '@/kernel/time/format';
import { textsIn } from './texts';

export interface Reader {
  locale: Locale;
  /** The zone of the browser. */
  timeZone: string;
}

/** What the clock shows in a zone, "16:30", by another way than the product's own. */
export function wallTime(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The name of the local day, as it stands over its times: "Tuesday 8 December". */
export function dayName(at: Temporal.Instant, { locale, timeZone }: Reader): string {
  return formatDay(at.epochMilliseconds, { locale, timeZone });
}

/** The link of the day in the calendar that is on the screen. */
export function dayLink(page: Page, at: Temporal.Instant, reader: Reader) {
  return page.getByRole('link', { name: new RegExp(`^${dayName(at, reader)},`, 'i') });
}

/** The link of a time among those of the day that is shown. */
export function slotLink(page: Page, at: Temporal.Instant, { timeZone }: Reader) {
  return page.getByRole('list').getByRole('link', { name: wallTime(at, timeZone), exact: true });
}

/** Shows the day of `at` in the calendar of a mentor page or of the steps' page. */
export async function showDay(page: Page, at: Temporal.Instant, reader: Reader): Promise<void> {
  const t = textsIn(reader.locale);
  const link = dayLink(page, at, reader);
  const later = page.getByRole('link', {
    name: new RegExp(`^${t('booking.laterWeeks', { days: '' })}`),
  });
  const heading = page.locator('table[role="grid"]').locator('..').getByRole('heading');
  for (let moves = 0; moves < 14; moves += 1) {
    await expect(link.or(later).first()).toBeVisible();
    if (await link.isVisible()) break;
    const shown = await heading.first().innerText();
    await later.click();
    await expect(heading.first()).not.toHaveText(shown);
  }
  await link.click();
  // Before JavaScript the link leads to a new page, where the old one's times are no longer meant.
  await expect(
    page.getByRole('heading', { level: 3, name: new RegExp(`^${dayName(at, reader)}$`, 'i') }),
  ).toBeVisible();
}

/** Chooses a time on a mentor page. */
export async function chooseSlot(page: Page, at: Temporal.Instant, reader: Reader): Promise<void> {
  await showDay(page, at, reader);
  await slotLink(page, at, reader).click();
}

/** Waits until the calendar answers at once instead of loading pages. */
export async function untilInteractive(page: Page, { locale }: Reader): Promise<void> {
  const t = textsIn(locale);
  await expect(page.getByText(t('booking.calendarKeys'))).toBeAttached();
}

/** Opens the page of the availability, and waits until what is typed there counts. */
export async function openAvailability(page: Page): Promise<void> {
  await page.goto('/mentor/availability');
  await untilFieldsCount(page);
}

/** Until the grid of dates has become one stop of the keyboard, which it does with everything else. */
export async function untilFieldsCount(page: Page): Promise<void> {
  await expect(page.locator('input[name="date"][tabindex="0"]')).toHaveCount(1);
}

/** The times of the day that is shown, as they are written. */
export function slotTexts(page: Page): Promise<string[]> {
  return page
    .getByRole('list')
    .getByRole('link', { name: /^\d\d:\d\d( \(.*\))?$/ })
    .allInnerTexts();
}
