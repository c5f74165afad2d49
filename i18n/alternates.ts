import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { localizedPath, routing } from './routing';

/**
 * `alternates` of a page's metadata: its own address and the same page in every language.
 * @param path the page's path without its language, such as `/mentors/awa-diop`
 */
export async function localizedAlternates(
  path: string,
): Promise<NonNullable<Metadata['alternates']>> {
  const locale = await getLocale();
  return {
    canonical: localizedPath(path, locale),
    languages: {
      ...Object.fromEntries(routing.locales.map((other) => [other, localizedPath(path, other)])),
      'x-default': localizedPath(path, routing.defaultLocale),
    },
  };
}
