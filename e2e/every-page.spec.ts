/**
 * Every page with names and texts in it that have nowhere to break, and a full group: in both themes held to
 * what axe knows and to be valid HTML, on phones too where they show other controls, and within 320 px.
 */
import type { Page } from '@playwright/test';
import { axeFaults } from './axe';
import { expect } from './fixtures';
import { hostileCast } from './hostile-cast';
import { expectNarrow, expectRoomForFingersAndWords, narrowPhone } from './narrow';
import { test } from './one-tab';
import { openScreen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';
import { htmlFaults } from './valid-html';

const wide = { width: 1280, height: 900 };

test.describe.configure({ mode: 'default' });
test.use({ expectedErrors: /status of 404.*nowhere/ });

/** What another theme changes of the same markup. */
const colours = ['color-contrast'];

let stage: Stage;

test.beforeAll(async () => {
  stage = await setStage(hostileCast);
});

for (const [index, screen] of screens.entries()) {
  test(`${screen.name}: nothing that axe finds, and room on a narrow phone`, async ({
    page,
    context,
    signIn,
  }) => {
    const { excepted } = screen;
    // Languages take turns, so that each is seen.
    const [first, second] = index % 2 === 0 ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
    await signInFor(screen, stage, (user) => signIn(context, user));

    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light' });
    await openScreen(page, screen, { stage, locale: first });
    expect(await htmlFaults(await page.content(), excepted), 'faults of the HTML').toEqual([]);
    expect(await namesWithoutTheirText(page), 'menus whose name lacks what they show').toEqual([]);
    expect(await unmarkedFields(page), 'required fields without a mark').toEqual([]);
    expect(await axeFaults(page, { excepted })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page, { rules: colours })).toEqual([]);

    await page.setViewportSize(narrowPhone);
    if (screen.differsOnPhones) {
      await openScreen(page, screen, { stage, locale: second });
      expect(await axeFaults(page, { excepted })).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await axeFaults(page, { rules: colours })).toEqual([]);
    }
    await expectNarrow(page);
    await expectRoomForFingersAndWords(page);
  });
}

/** Names of menus that lack what is written on them; axe does not know that a summary is a button. */
async function namesWithoutTheirText(page: Page): Promise<string[]> {
  return page.locator('summary[aria-label]').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const name = button.getAttribute('aria-label') ?? '';
      return name.includes(button.textContent.trim()) ? [] : [name];
    }),
  );
}

/** Names of the fields that have to be filled in, are empty, and do not show it by an asterisk. */
async function unmarkedFields(page: Page): Promise<string[]> {
  return page
    .locator('main')
    .locator('input:invalid, select:invalid, textarea:invalid')
    .evaluateAll((fields) =>
      fields.flatMap((field) => {
        const { labels, name, validity } = field as HTMLInputElement;
        const group = field.closest('fieldset, [role=radiogroup], [role=group]');
        const texts = [...(labels ?? []), group].map((element) => element?.textContent ?? '');
        return !validity.valueMissing || texts.some((text) => text.includes('*')) ? [] : [name];
      }),
    );
}
