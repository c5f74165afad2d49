import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { activeFilters, listPath, searchPath, withoutFilters } from '@/lib/mentors/rules/search';
import type { MentorSearch, WordsShown } from '@/lib/mentors/schema';
import { NearestSkills } from './words-note';

/** Nothing was found: which step is likely to help. */
export function NoMentors({ search, words }: { search: MentorSearch; words: WordsShown }) {
  const t = useTranslations('mentorList');
  const isFiltered = activeFilters(search).length > 0;
  if (!isFiltered && search.q === '') {
    return (
      <EmptyState title={t('emptyNobody')}>
        <p>{t('emptyNobodyText')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={search.q === '' ? t('emptyTitle') : t('emptyTitleFor', { words: search.q })}
      actions={
        <>
          {isFiltered && (
            <ButtonLink href={searchPath(withoutFilters(search))} prefetch={false}>
              {t('clearFilters')}
            </ButtonLink>
          )}
          <ButtonLink
            href={listPath(search.organization)}
            variant={isFiltered ? 'secondary' : 'primary'}
          >
            {t('seeAll')}
          </ButtonLink>
        </>
      }
    >
      <p>{search.free === null ? t('emptyText') : t('emptyFree')}</p>
      <div className="mt-2 flex flex-col items-center gap-2">
        <NearestSkills search={search} words={words} />
      </div>
    </EmptyState>
  );
}
