/** Every page and mail at 320 px, with names and texts in it that have nowhere to break, and a full group. */
import type { Page } from '@playwright/test';
import { hostileRequests, write } from '@/testing/mailed-bookings';
import { hostileCast } from './hostile-cast';
import { expect } from './fixtures';
import { test } from './one-tab';
import { openScreen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';

test.describe.configure({ mode: 'default' });
test.use({ expectedErrors: /status of 404.*nowhere/ });

const phone = { width: 320, height: 640 };

let stage: Stage;

test.beforeAll(async () => {
  stage = await setStage(hostileCast);
});

for (const [index, screen] of screens.entries()) {
  test(`${screen.name}: keeps to 320 px whatever people have written`, async ({
    page,
    context,
    signIn,
  }) => {
    await page.setViewportSize(phone);
    await signInFor(screen, stage, (user) => signIn(context, user));
    await openScreen(page, screen, { stage, locale: index % 2 === 0 ? 'fr' : 'en' });
    await expectNarrow(page);
    expect(await page.evaluate(smallDays), 'days smaller than a finger').toEqual([]);
    expect(await page.evaluate(squeezedTexts), 'texts squeezed into a column of letters').toEqual(
      [],
    );
  });
}

test('every mail keeps to 320 px whatever people have written', async ({ page }) => {
  await page.setViewportSize(phone);
  for (const [index, [, request]] of hostileRequests.entries()) {
    const { html } = await write(request, index % 2 === 0 ? 'fr' : 'en');
    await page.setContent(html);
    await expectNarrow(page);
  }
});

/** Nothing of the page is wider than the phone. */
async function expectNarrow(page: Page) {
  const { width, spilled } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return {
      width: document.documentElement.scrollWidth,
      // What reaches beyond the edge, to say what is wrong and not only that something is.
      spilled: [...document.querySelectorAll('main *, td *')]
        .filter((element) => element.getBoundingClientRect().right > edge + 1)
        .map((element) => `${element.tagName}.${element.className}`)
        .slice(0, 3),
    };
  });
  expect(width, spilled.join(' | ')).toBeLessThanOrEqual(320);
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
