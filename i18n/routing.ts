import { defineRouting } from 'next-intl/routing';

/** English lives at `/`, French at `/fr`. */
export const routing = defineRouting({
  locales: ['en', 'fr'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  // The pages name their alternates in <head> (see alternates.ts), with the public address
  // rather than the one that a proxy in front of the app happens to use.
  alternateLinks: false,
  localeCookie: { maxAge: 60 * 60 * 24 * 365 },
});

export type Locale = (typeof routing.locales)[number];

/** The path that visitors see: `localizedPath('/mentors', 'fr')` is `/fr/mentors`. */
export function localizedPath(path: string, locale: Locale): string {
  if (locale === routing.defaultLocale) return path;
  // No slash between the language and what is not part of the path: "/fr#how".
  return `/${locale}${path.replace(/^\/(?=$|[?#])/, '')}`;
}

/** Where a link leads: a path gets its language, an address elsewhere or a part of the page stays as it is. */
export function localizedHref(href: string, locale: Locale): string {
  return href.startsWith('/') ? localizedPath(href, locale) : href;
}

/** The opposite of {@link localizedPath}: the path without its language. */
export function unlocalizedPath(path: string): string {
  const rest = path.replace(withLanguage, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const withLanguage = new RegExp(`^/(?:${routing.locales.join('|')})(?=$|[/?#])`);
