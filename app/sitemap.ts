import type { MetadataRoute } from 'next';
import { localizedPath, routing } from '@/i18n/routing';
import { env } from '@/kernel/env';
import { getPublicSlugs } from '@/lib/mentors/loaders/public-mentors';

/** Every page that search engines may know, in each language, with the same page in the others. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const slugs = await getPublicSlugs();
  const paths = ['/', '/mentors', ...slugs.map((slug) => `/mentors/${slug}`)];
  return paths.flatMap((path) => {
    const languages = Object.fromEntries(
      routing.locales.map((locale) => [locale, env.APP_URL + localizedPath(path, locale)]),
    );
    return Object.values(languages).map((url) => ({ url, alternates: { languages } }));
  });
}
