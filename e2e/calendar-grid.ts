/** What a hand does in the grid of the mentor's calendar. */
import type { Page } from '@playwright/test';

/** Where a time of a day is on the screen: so many pixels below its line. */
export async function placeOf(page: Page, day: string, time: string, below = 6) {
  const column = await page.locator(`div[data-date="${day}"]`).first().boundingBox();
  const line = await page.locator(`div[data-time="${time}:00"]`).first().boundingBox();
  if (!column || !line) throw new Error(`${time} is not on the screen`);
  return { x: column.x + column.width / 2, y: line.y + below };
}

/**
 * Takes what stands at `from` to `to`, or draws from one to the other where nothing does.
 * @param day of the calendar's zone
 * @param below how many pixels below the line of `to` it ends; negative: above
 */
export async function drag(
  page: Page,
  day: string,
  { from, to, below }: { from: string; to: string; below?: number },
): Promise<void> {
  const [start, end] = [await placeOf(page, day, from), await placeOf(page, day, to, below)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

export async function press(page: Page, day: string, time: string): Promise<void> {
  const { x, y } = await placeOf(page, day, time);
  await page.mouse.click(x, y);
}
