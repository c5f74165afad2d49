/** What is wrong with a page on the narrowest phone. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

export const narrowPhone = { width: 320, height: 640 };

/** Nothing of the page is wider than the phone, once it has taken up its width. */
export async function expectNarrow(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(spilledBeyond, narrowPhone.width), { timeout: 2000 })
    .toEqual([]);
}

/** What reaches beyond the edge, to say what is wrong and not only that something is. */
function spilledBeyond(most: number): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= most) return [];
  const spilled = [...document.querySelectorAll('main *, td *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName}.${element.className}`);
  return [`${scrollWidth} px`, ...spilled.slice(0, 3)];
}

/** Days of a calendar are as large as a finger, and no text stands in a column of letters. */
export async function expectRoomForFingersAndWords(page: Page): Promise<void> {
  expect(await page.evaluate(smallDays), 'days smaller than a finger').toEqual([]);
  const squeezed = await page.evaluate(squeezedTexts);
  expect(squeezed, 'texts squeezed into a column of letters').toEqual([]);
}

/** Days of a calendar that are under 44 px wide or high. */
function smallDays(): string[] {
  return [...document.querySelectorAll('.week-wide :is(a, button, label)')].flatMap((day) => {
    const { width, height } = day.getBoundingClientRect();
    const isShown = width > 0;
    return isShown && Math.min(width, height) < 44
      ? [`${day.textContent}: ${width}×${height}`]
      : [];
  });
}

/** Texts that stand in a column of a letter or two: something beside them took their room. */
function squeezedTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const box = node.parentElement;
    if (text.length < 6 || !box?.checkVisibility() || box.closest('script, style, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (lines > 2 && text.length / lines < 4) found.push(text.slice(0, 40));
  }
  return found;
}
