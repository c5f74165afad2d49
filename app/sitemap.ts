import type { MetadataRoute } from 'next';
import { audiences, helpPath } from '@/components/help/topics';
import { languageUrls } from '@/i18n/alternates';
import { getPublicSlugs } from '@/lib/mentors/loaders/public-mentors';

/** Every page that search engines may know, in each language, with the same page in the others. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const slugs = await getPublicSlugs();
  const paths = [
    '/',
    '/mentors',
    ...audiences.map(helpPath),
    ...slugs.map((slug) => `/mentors/${slug}`),
  ];
  return paths.flatMap((path) => {
    const languages = languageUrls(path);
    return Object.values(languages).map((url) => ({ url, alternates: { languages } }));
  });
}
