'use client';

import { useId, useSyncExternalStore, type ReactNode } from 'react';
import { themes, themeStorageKey, type Theme } from './theme';

/** Three radios: follow the system, light, dark. Of no use without JavaScript, so hidden then. */
export function ThemeSwitch({
  legend,
  labels,
  icons,
}: {
  legend: string;
  labels: Record<Theme, string>;
  icons: Record<Theme, ReactNode>;
}) {
  const name = useId();
  const chosen = useSyncExternalStore(subscribe, readTheme, () => 'system');

  return (
    <fieldset className="noscript:hidden">
      <legend className="sr-only">{legend}</legend>
      <div className="bg-sunken flex w-fit rounded-md p-1">
        {themes.map((theme) => (
          <label
            key={theme}
            title={labels[theme]}
            className="reacts text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-card hover:text-ink has-focus-visible:outline-green relative grid size-11 cursor-pointer place-items-center rounded-sm has-focus-visible:outline-3"
          >
            <input
              type="radio"
              name={name}
              value={theme}
              checked={chosen === theme}
              onChange={() => chooseTheme(theme)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {icons[theme]}
            <span className="sr-only">{labels[theme]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const changed = 'themechange';

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(themeStorageKey);
    else localStorage.setItem(themeStorageKey, theme);
  } catch {
    // Storage is forbidden: the choice lasts until the page is left.
  }
  window.dispatchEvent(new Event(changed));
}
