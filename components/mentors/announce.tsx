'use client';

import { useEffect, useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/**
 * The live region of the list. It stays while results come and go, since a region is heard only when
 * its text changes after it has been there.
 */
export function Announcements() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => '',
  );
  return (
    <output aria-live="polite" className="sr-only">
      {text}
    </output>
  );
}

/** Says `text` through {@link Announcements} when it appears or changes. */
export function Announce({ text }: { text: string }) {
  useEffect(() => {
    message = text;
    for (const listener of listeners) listener();
  }, [text]);
  return null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
