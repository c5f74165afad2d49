import { mentorPath } from '@/domain/mentors';
import type { MetadataRoute } from 'next';
import { audiences, helpPath } from '@/components/help/topics';
import { organizationPath } from '@/domain/organizations';
import { languageUrls } from '@/i18n/alternates';
import { getPublicOrganizations } from '@/lib/organizations/loaders/public-organizations';
import { getPublicHandles } from '@/lib/mentors/loaders/public-mentors';

/** Every page that search engines may know, in each language, with the same page in the others. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [handles, organizations] = await Promise.all([
    getPublicHandles(),
    getPublicOrganizations(),
  ]);
  const paths = [
    '/',
    '/mentors',
    ...audiences.map(helpPath),
    ...organizations.map(organizationPath),
    ...handles.map(mentorPath),
  ];
  return paths.flatMap((path) => {
    const languages = languageUrls(path);
    return Object.values(languages).map((url) => ({ url, alternates: { languages } }));
  });
}
