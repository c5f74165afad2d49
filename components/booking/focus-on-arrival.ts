'use client';

import { useEffect } from 'react';

/**
 * What gets the focus on the page that is on its way. Every address with its own query is another
 * instance of the page (Next.js keeps the last few, hidden), so neither a component's state nor the
 * focus arrives there by itself.
 */
let awaited: { selector: string; from: string } | null = null;

/** Before navigating: the first visible element that matches gets the focus over there. */
export function focusOnArrival(selector: string): void {
  awaited = { selector, from: window.location.href };
}

/** In the page that is arrived at. */
export function useArrivalFocus(): void {
  useEffect(() => {
    // The page that is being left may draw itself once more meanwhile.
    if (awaited === null || awaited.from === window.location.href) return;
    const found = [...document.querySelectorAll<HTMLElement>(awaited.selector)];
    awaited = null;
    found.find((element) => element.checkVisibility())?.focus({ preventScroll: true });
  });
}
