/**
 * A picture of every page at three widths, in light, dark and forced colours, in both languages, with
 * ordinary and with hostile data. They land in test-results/looks with a page to leaf through them:
 *   npm run looks                           all of them, in some twenty minutes
 *   npm run looks -- -g "hostile mentor$"   one page with what people might have written
 */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Locale } from '@/i18n/routing';
import { test } from './fixtures';
import { hostileCast } from './hostile-cast';
import { looksFolder, pictureName, type Look } from './looks-index';
import { openScreen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';

const widths = [320, 390, 1280];
const schemes = [
  { scheme: 'light', colorScheme: 'light', forcedColors: 'none' },
  { scheme: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { scheme: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;
const casts = { ordinary: {}, hostile: hostileCast };

test.describe.configure({ mode: 'default' });
test.use({ contextOptions: { reducedMotion: 'reduce' }, expectedErrors: /./ });

for (const [data, cast] of Object.entries(casts)) {
  test.describe(data, () => {
    let stage: Stage;
    test.beforeAll(async () => {
      mkdirSync(looksFolder, { recursive: true });
      stage = await setStage(cast);
    });

    for (const screen of screens) {
      test(screen.name, async ({ page, context, signIn }) => {
        await signInFor(screen, stage, (user) => signIn(context, user));
        for (const locale of ['en', 'fr'] satisfies Locale[]) {
          for (const width of widths) {
            await page.setViewportSize({ width, height: width < 1000 ? 844 : 800 });
            await openScreen(page, screen, { stage, locale });
            await shoot(page, { screen: screen.name, data, locale, width });
          }
        }
      });
    }
  });
}

async function shoot(page: Page, look: Omit<Look, 'scheme'>): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const { scheme, ...media } of schemes) {
    await page.emulateMedia(media);
    await page.screenshot({
      path: `${looksFolder}/${pictureName({ ...look, scheme })}`,
      fullPage: true,
      animations: 'disabled',
      caret: 'hide',
      type: 'jpeg',
      quality: 70,
    });
  }
}
