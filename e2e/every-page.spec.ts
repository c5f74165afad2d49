/** Every page in both themes, languages and kinds of screen, held to what axe knows. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openScreen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

test.describe.configure({ mode: 'default' });
// Colours are looked at when they have settled; nothing moves under this setting.
test.use({
  contextOptions: { reducedMotion: 'reduce' },
  expectedErrors: /status of 404.*nowhere/,
});

let stage: Stage;

test.beforeAll(async () => {
  stage = await setStage();
});

for (const [index, screen] of screens.entries()) {
  test(`${screen.name}: nothing that axe finds in either theme`, async ({
    page,
    context,
    signIn,
  }) => {
    // Languages take turns, so that each is seen in both themes and on both kinds of screen.
    const [first, second] = index % 2 === 0 ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
    await signInFor(screen, stage, (user) => signIn(context, user));

    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light' });
    await openScreen(page, screen, { stage, locale: first });
    await expectNoViolations(page);
    if (screen.differsOnPhones) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectNoViolations(page);
    }

    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await openScreen(page, screen, { stage, locale: second });
    await expectNoViolations(page);
    if (screen.differsOnPhones) {
      await page.emulateMedia({ colorScheme: 'light' });
      await expectNoViolations(page);
    }
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  // Legacy mode looks at the page's own frame alone: a mail's may run no scripts, not axe's either.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // Suggestions in the browser's own look: hundreds of zones that cost axe half a minute.
    .exclude('datalist')
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}
