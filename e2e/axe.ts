/** What axe finds wrong with a page. */
import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** Once it was brought to the page. */
    axe?: typeof axe;
  }
}

/** Each fault with where it is; of these rules, or of all but some. axe is brought to a page once. */
export async function axeFaults(
  page: Page,
  { rules, excepted = [] }: { rules?: readonly string[]; excepted?: readonly string[] | undefined },
): Promise<unknown[]> {
  const options: RunOptions = {
    // What is in order is not listed, which takes longer than looking.
    resultTypes: ['violations'],
    // The page's own frame alone: a mail's may run no scripts, not axe's either.
    iframes: false,
    ...(rules
      ? { runOnly: [...rules] }
      : { rules: { 'label-content-name-mismatch': { enabled: true } } }),
  };
  await page.evaluate(untilNothingMoves);
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (given): Promise<AxeResults['violations']> => {
    // Suggestions in the browser's own look: hundreds of zones that cost axe half a minute.
    const found = await window.axe?.run({ exclude: [['datalist']] }, given);
    if (!found) throw new Error('axe is not on the page');
    return found.violations;
  }, options);
  const counting = violations.filter(({ id }) => !excepted.includes(id));
  return counting.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary ?? ''}`),
  }));
}

/**
 * Colours of another theme come by transitions, however short: each is brought to its end, and so is what
 * inherits from it, which changes after it. What is not drawn would never end by itself.
 */
async function untilNothingMoves(): Promise<void> {
  for (let turns = 0; turns < 100; turns += 1) {
    const moving = document.getAnimations();
    if (moving.length === 0) return;
    for (const animation of moving) {
      try {
        animation.finish();
      } catch {
        // One that has no end.
        animation.cancel();
      }
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
