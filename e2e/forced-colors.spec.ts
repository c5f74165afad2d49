/** Under forced colours, what is chosen, on or current keeps a ground of its own, and dots stay. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openScreen, type Screen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';

test.describe.configure({ mode: 'default' });
test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

/** A page, and how many things on it are at least chosen or current, and dots. */
const looked: { name: string; marked: number; dots?: number }[] = [
  { name: 'list', marked: 2 },
  { name: 'booking: several times, one of them repeated', marked: 4, dots: 7 },
  { name: 'my bookings', marked: 2 },
  { name: 'notifications', marked: 1 },
  { name: 'settings', marked: 1 },
  { name: 'credits', marked: 1 },
  { name: 'workspace: availability', marked: 4 },
  { name: 'workspace: calendar', marked: 2 },
];

let stage: Stage;

test.beforeAll(async () => {
  stage = await setStage();
});

test('what is chosen, on or current shows under forced colours', async ({
  openBrowser,
  signIn,
}) => {
  for (const { name, marked, dots = 0 } of looked) {
    const context = await openBrowser();
    const page = await context.newPage();
    const screen = screenOf(name);
    await signInFor(screen, stage, (user) => signIn(context, user));
    await openScreen(page, screen, { stage, locale: 'en' });
    // What streams in is there a moment later.
    await expect(async () => {
      const found = await lookAt(page);
      expect(found.plain, `${name}: marked, but looks like the rest`).toEqual([]);
      expect(found.covered, `${name}: a ground of their own on what is marked`).toEqual([]);
      expect(found.marked, `${name}: marked`).toBeGreaterThanOrEqual(marked);
      expect(found.invisibleDots, `${name}: dots without colour`).toEqual([]);
      expect(found.dots, `${name}: dots`).toBeGreaterThanOrEqual(dots);
    }).toPass({ timeout: 10_000 });
  }
});

function screenOf(name: string): Screen {
  const screen = screens.find((one) => one.name === name);
  if (!screen) throw new Error(`no page is called ${name}`);
  return screen;
}

/** What is marked and what is a dot on the page, and those of them that do not show. */
async function lookAt(page: Page) {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; background-color: Highlight';
    const highlight = getComputedStyle(probe).backgroundColor;
    probe.remove();
    // Each state that assistive technology hears of, and the part that shows it.
    const states = [
      ':is(a, button)[aria-current]:not([aria-current="date"])',
      '[aria-pressed="true"], [role="checkbox"][aria-checked="true"]',
      '[role="switch"][aria-checked="true"] > span',
      'td[aria-selected="true"] > :is(a, span)',
      'label:has(> input.opacity-0:checked)',
      '.dot',
    ].join(', ');
    const shown = [...document.querySelectorAll(states)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({
        isDot: element.matches('.dot'),
        ground: getComputedStyle(element).backgroundColor,
        around: getComputedStyle(element.parentElement ?? element).backgroundColor,
        html: element.outerHTML.slice(0, 120),
        within: [...element.querySelectorAll('*:not(.dot, svg *)')]
          .filter((part) => getComputedStyle(part).backgroundColor !== 'rgba(0, 0, 0, 0)')
          .map((part) => part.outerHTML.slice(0, 120)),
      }));
    const [marked, dots] = [
      shown.filter(({ isDot }) => !isDot),
      shown.filter(({ isDot }) => isDot),
    ];
    return {
      marked: marked.length,
      covered: marked.flatMap(({ within }) => within),
      plain: marked.filter(({ ground }) => ground !== highlight).map(({ html }) => html),
      dots: dots.length,
      invisibleDots: dots
        .filter(({ ground, around }) => ground === around || ground === 'rgba(0, 0, 0, 0)')
        .map(({ html }) => html),
    };
  });
}
