'use client';

import { useEffect } from 'react';

/**
 * What gets the focus on the page that is on its way. Every address with its own query is another
 * instance of the page (Next.js keeps the last few, hidden), so neither a component's state nor the
 * focus arrives there by itself.
 */
let awaited: string | null = null;

/** Before navigating: the first visible element that matches gets the focus over there. */
export function focusOnArrival(selector: string): void {
  awaited = selector;
}

/** In the page that is arrived at; `instance` changes when another one shows. */
export function useArrivalFocus(instance: string): void {
  useEffect(() => {
    if (awaited === null) return;
    const found = [...document.querySelectorAll<HTMLElement>(awaited)];
    awaited = null;
    found.find((element) => element.checkVisibility())?.focus({ preventScroll: true });
  }, [instance]);
}
