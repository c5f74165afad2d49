import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { ActiveFilters } from '@/components/mentors/active-filters';
import { Announcements } from '@/components/mentors/announce';
import { MentorResults, MentorResultsSkeleton } from '@/components/mentors/mentor-results';
import { SearchBox } from '@/components/mentors/search-box';
import { SearchFilters } from '@/components/mentors/search-filters';
import { SearchForm } from '@/components/mentors/search-form';
import { Streamed } from '@/components/ui/streamed';
import { siteUrl } from '@/i18n/alternates';
import { getMentorFacets, getMentorList } from '@/lib/mentors/loaders/mentor-list';
import { listPath, searchQuery } from '@/lib/mentors/rules/search';
import type { MentorSearch } from '@/lib/mentors/schema';
import { ZoneQuestion } from './zone-question';

/** The mentors that the viewer may find, of an organization's or of all, with the form that filters them. */
export function MentorSearchView({
  search,
  skillName,
  header,
}: {
  search: MentorSearch;
  skillName: (skill: string) => string;
  header: ReactNode;
}) {
  const query = searchQuery(search);
  const locale = useLocale();
  const results = getMentorList(search);
  const facets = getMentorFacets(search.organization);
  return (
    <>
      <div className="page-width">
        {header}
        <SearchForm
          path={listPath(search.organization)}
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
