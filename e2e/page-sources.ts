/** Keeps the HTML of every page as the HTML check of the browser tests sees it, for `npm run vnu`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from './fixtures';
import { openScreen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';
import { withoutOthers } from './valid-html';

export const sourcesFolder = 'test-results/vnu';

test.describe.configure({ mode: 'default' });
test.use({ expectedErrors: /./, viewport: { width: 1280, height: 900 } });

let stage: Stage;

test.beforeAll(async () => {
  mkdirSync(sourcesFolder, { recursive: true });
  stage = await setStage();
});

for (const [index, screen] of screens.entries()) {
  test(screen.name, async ({ page, context, signIn }) => {
    const locale = index % 2 === 0 ? 'en' : 'fr';
    await signInFor(screen, stage, (user) => signIn(context, user));
    await openScreen(page, screen, { stage, locale });
    const name = screen.name.replaceAll(/[^a-z]+/gi, '-');
    writeFileSync(`${sourcesFolder}/${name}.${locale}.html`, withoutOthers(await page.content()));
  });
}
