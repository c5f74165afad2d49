export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** The key in `localStorage`; absent means that the system decides. */
export const themeStorageKey = 'theme';
