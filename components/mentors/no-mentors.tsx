import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { activeFilters, searchPath, withoutFilters } from '@/lib/mentors/rules/search';
import type { MentorSearch } from '@/lib/mentors/schema';

/** Nothing was found: which step is likely to help. */
export function NoMentors({ search }: { search: MentorSearch }) {
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
      title={t('emptyTitle')}
      actions={
        <>
          {isFiltered && (
            <ButtonLink href={searchPath(withoutFilters(search))} prefetch={false}>
              {t('clearFilters')}
            </ButtonLink>
          )}
          <ButtonLink href="/mentors" variant={isFiltered ? 'secondary' : 'primary'}>
            {t('seeAll')}
          </ButtonLink>
        </>
      }
    >
      <p>{search.free === null ? t('emptyText') : t('emptyFree')}</p>
    </EmptyState>
  );
}
