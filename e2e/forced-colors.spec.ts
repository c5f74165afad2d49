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
  { name: 'workspace: availability', marked: 6 },
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
    const found = await lookAt(page);
    expect(found.plain, `${name}: marked, but looks like the rest`).toEqual([]);
    expect(found.marked, `${name}: marked`).toBeGreaterThanOrEqual(marked);
    expect(found.invisibleDots, `${name}: dots without colour`).toEqual([]);
    expect(found.dots, `${name}: dots`).toBeGreaterThanOrEqual(dots);
  }
});

function screenOf(name: string): Screen {
  const screen = screens.find((one) => one.name === name);
  if (!screen) throw new Error(`no page is called ${name}`);
  return screen;
}

async function lookAt(page: Page) {
  return page.evaluate(() => {
    const colorOf = (color: string) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = `forced-color-adjust: none; background-color: ${color}`;
      const { backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return backgroundColor;
    };
    const [highlight, canvas] = [colorOf('Highlight'), colorOf('Canvas')];
    const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    // Each state that assistive technology hears of, and the part that shows it.
    const marked = [
      ...document.querySelectorAll(':is(a, button)[aria-current]:not([aria-current="date"])'),
      ...document.querySelectorAll('[aria-pressed="true"], [role="checkbox"][aria-checked="true"]'),
      ...document.querySelectorAll('[role="switch"][aria-checked="true"] > span'),
      ...document.querySelectorAll('td[aria-selected="true"] > :is(a, span)'),
      ...[...document.querySelectorAll('label > input:checked')]
        .filter((input) => getComputedStyle(input).opacity === '0')
        .flatMap((input) => input.parentElement ?? []),
    ].filter(isShown);
    const dots = [...document.querySelectorAll('.dot')].filter(isShown);
    const nameOf = (element: Element) => element.outerHTML.slice(0, 120);
    return {
      marked: marked.length,
      plain: marked.filter((element) => groundOf(element) !== highlight).map(nameOf),
      dots: dots.length,
      invisibleDots: dots
        .filter((dot) => [canvas, 'rgba(0, 0, 0, 0)'].includes(groundOf(dot)))
        .map(nameOf),
    };
  });
}
