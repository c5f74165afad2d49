import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ActiveFilters } from '@/components/mentors/active-filters';
import { Announcements } from '@/components/mentors/announce';
import { MentorResults, MentorResultsSkeleton } from '@/components/mentors/mentor-results';
import { SearchBox } from '@/components/mentors/search-box';
import { SearchFilters } from '@/components/mentors/search-filters';
import { SearchForm } from '@/components/mentors/search-form';
import { PageHeader } from '@/components/ui/page-header';
import { Streamed } from '@/components/ui/streamed';
import { sharedMetadata, siteUrl } from '@/i18n/alternates';
import { localizedPath } from '@/i18n/routing';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { getMentorFacets, getMentorList } from '@/lib/mentors/loaders/mentor-list';
import { getSkillNames } from '@/lib/mentors/loaders/skill-names';
import { searchPath, searchQuery } from '@/lib/mentors/rules/search';
import { mentorSearch, type MentorSearch } from '@/lib/mentors/schema';

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
  const [query, skillName] = await Promise.all([searchParams, getSkillNames()]);
  return <MentorSearchPage search={mentorSearch.parse(query)} skillName={skillName} />;
}

function MentorSearchPage({
  search,
  skillName,
}: {
  search: MentorSearch;
  skillName: (skill: string) => string;
}) {
  const t = useTranslations('mentorList');
  const query = searchQuery(search);
  const locale = useLocale();
  const results = getMentorList(search);
  const facets = getMentorFacets();
  return (
    <>
      <div className="page-width">
        <PageHeader title={t('title')} />
        <SearchForm
          action={localizedPath('/mentors', locale)}
          query={searchQuery({ ...search, page: 1 })}
        >
          <div className="flex flex-col gap-4 pb-4">
            <SearchBox words={search.q} />
            <SearchFilters
              search={search}
              facets={facets}
              results={results}
              skillName={skillName}
            />
          </div>
        </SearchForm>
        <div className="pb-4">
          <ActiveFilters search={search} skillName={skillName} />
        </div>
        <Announcements />
      </div>
      <Streamed key={query} fallback={<MentorResultsSkeleton />}>
        <div className="page-width">
          <ZoneQuestion />
        </div>
        <MentorResults search={search} results={results} urlOf={(path) => siteUrl(path, locale)} />
      </Streamed>
    </>
  );
}
