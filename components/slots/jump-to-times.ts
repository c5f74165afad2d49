/** The panel with the times, on a page of a mentor. */
export const timesId = 'times';

/**
 * Scrolls down to the times. Next.js keeps earlier instances of a page, hidden, and an anchor leads to
 * the first of them.
 */
export function jumpToTimes(): boolean {
  const panels = [...document.querySelectorAll(`[id="${timesId}"]`)];
  const shown = panels.find((panel) => panel.checkVisibility());
  shown?.scrollIntoView();
  return shown !== undefined;
}
