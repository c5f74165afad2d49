import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MentorSearchView } from '@/app/[locale]/mentor-search-view';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { OrganizationHeader } from '@/components/organizations/organization-header';
import { adminPath, mayAdminister, publicSlug } from '@/domain/organizations';
import { sharedMetadata } from '@/i18n/alternates';
import { localizedPath } from '@/i18n/routing';
import { getSkillNames } from '@/lib/mentors/loaders/skill-names';
import { searchPath, searchQuery } from '@/lib/mentors/rules/search';
import { mentorSearch } from '@/lib/mentors/schema';
import { loadOrganization } from '@/lib/organizations/loaders/organization';

// As the list of all mentors: the form works before and without JavaScript.
export const instant = false;

type Props = PageProps<'/[locale]/o/[organization]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization: slug }, query] = await Promise.all([params, searchParams]);
  const [organization, t] = await Promise.all([
    loadOrganization(slug),
    getTranslations('organizations'),
  ]);
  if (!organization) return {};
  const { name, description: ownWords, isForEverybody } = organization;
  const search = { ...mentorSearch.parse(query), organization: slug };
  const isWholeList = searchQuery({ ...search, page: 1 }) === '';
  const about = { title: name, description: ownWords || t('description', { name }) };
  return {
    ...about,
    ...(isForEverybody && isWholeList
      ? await sharedMetadata(searchPath(search), about)
      : { robots: { index: false, follow: isForEverybody } }),
  };
}

/** An organization's home: what it is, and its mentors. */
export default async function OrganizationPage({ params, searchParams }: Props) {
  const [{ organization: slug }, query, skillName, locale, t] = await Promise.all([
    params,
    searchParams,
    getSkillNames(),
    getLocale(),
    getTranslations('memberships'),
  ]);
  const organization = await loadOrganization(slug);
  if (!organization) notFound();
  if (slug === publicSlug) {
    const path = mayAdminister(organization.role) ? adminPath(slug) : '/mentors';
    redirect(localizedPath(path, locale));
  }
  return (
    <MentorSearchView
      search={{ ...mentorSearch.parse(query), organization: slug }}
      skillName={skillName}
      header={
        <>
          {query.joined !== undefined && organization.role !== null && (
            <div className="pt-6">
              <ArrivalAlert
                tone="success"
                title={t('join.joinedTitle', { organization: organization.name })}
              >
                {t('join.joinedText')}
              </ArrivalAlert>
            </div>
          )}
          <OrganizationHeader organization={organization} />
        </>
      }
    />
  );
}
