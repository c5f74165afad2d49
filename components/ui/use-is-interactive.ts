'use client';

import { useSyncExternalStore } from 'react';

/** False in the server's HTML and while it is taken over: whether scripts run, and not only will. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(neverChanges, isTrue, isFalse);
}

const neverChanges = () => () => undefined;
const isTrue = () => true;
const isFalse = () => false;
