'use client';

import { useLayoutEffect } from 'react';
import { themeScript } from './inline';
import { themeStorageKey } from './theme';

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
      dangerouslySetInnerHTML={{ __html: themeScript }}
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
