'use client';

import { useLayoutEffect } from 'react';
import { themeStorageKey } from './theme';

// Storage can be forbidden (private windows, some school networks): the system's theme stays then.
const script = `try{var t=localStorage.getItem(${JSON.stringify(themeStorageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

/**
 * Applies the chosen theme before the first paint, so that no other one flashes. Where the browser
 * renders the whole page by itself (after an error), inline scripts do not run and the effect does it.
 */
export function ThemeScript() {
  useLayoutEffect(applyStoredTheme, []);
  return (
    <script
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}

function applyStoredTheme(): void {
  try {
    const theme = localStorage.getItem(themeStorageKey);
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // As above.
  }
}
