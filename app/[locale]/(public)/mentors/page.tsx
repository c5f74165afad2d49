import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MentorSearchView } from '@/app/[locale]/mentor-search-view';
import { PageHeader } from '@/components/ui/page-header';
import { sharedMetadata } from '@/i18n/alternates';
import { getSkillNames } from '@/lib/mentors/loaders/skill-names';
import { searchPath, searchQuery } from '@/lib/mentors/rules/search';
import { mentorSearch } from '@/lib/mentors/schema';

// The form shows what the address asks for and must stand outside Suspense, where it works before
// and without JavaScript. Nothing else is waited for: the database answers behind skeletons.
export const instant = false;

type Props = PageProps<'/[locale]/mentors'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = mentorSearch.parse(await searchParams);
  const t = await getTranslations('mentorList');
  const isWholeList = searchQuery({ ...search, page: 1 }) === '';
  return {
    title: search.q === '' ? t('title') : t('titleFor', { words: search.q }),
    description: t('description'),
    // Endless combinations of filters: search engines get the whole list, page by page.
    ...(isWholeList
      ? await sharedMetadata(searchPath(search), {
          title: t('title'),
          description: t('description'),
        })
      : { robots: { index: false, follow: true } }),
  };
}

export default async function MentorsPage({ searchParams }: Props) {
  // Read once for all visitors.
  const [query, skillName, t] = await Promise.all([
    searchParams,
    getSkillNames(),
    getTranslations('mentorList'),
  ]);
  return (
    <MentorSearchView
      search={mentorSearch.parse(query)}
      skillName={skillName}
      header={<PageHeader title={t('title')} />}
    />
  );
}
