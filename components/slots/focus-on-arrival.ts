'use client';

import { useEffect } from 'react';

/**
 * What gets the focus on the page that is on its way. Every address with its own query is another
 * instance of the page (Next.js keeps the last few, hidden), so neither a component's state nor the
 * focus arrives there by itself.
 */
let awaited: string | null = null;
let shown: number | null = null;

/** Before navigating: the first visible element that matches gets the focus over there. */
export function focusOnArrival(selector: string): void {
  awaited = selector;
}

/** In the page that is arrived at. @param readAt when the server read it: what tells two answers apart */
export function useArrivalFocus(readAt: number): void {
  useEffect(() => {
    const hasArrived = readAt !== shown;
    shown = readAt;
    if (!hasArrived || awaited === null) return;
    const found = [...document.querySelectorAll<HTMLElement>(awaited)];
    awaited = null;
    found.find((element) => element.checkVisibility())?.focus({ preventScroll: true });
  }, [readAt]);
}
