import type { MouseEvent } from 'react';

/** Whether a click on a link is ours to handle, and not one that opens a tab or saves the page. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
